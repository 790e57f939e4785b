/** What waits in the page, compressed, until the console is opened. */

export type Parcel = "editor" | "engine" | "wasm" | "dataset";

/** What the reader is to be told when there is no engine: `id` names the sentence. */
export class EngineError extends Error {
  constructor(readonly id: "sparql-no-engine" | "sparql-old-browser" | "sparql-broken" | "sparql-stopped" | "sparql-time-over", told = "") {
    super(told || id);
  }
}

export async function readParcel(name: Parcel): Promise<Uint8Array<ArrayBuffer>> {
  await wholeDocument();
  const text = document.getElementById(`atlas-${name}`)?.textContent;
  if (!text) throw new EngineError("sparql-no-engine");
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
}

/** The parcels stand behind the page's script: a link may open the console before the browser has come to them. */
function wholeDocument(): Promise<void> {
  if (document.readyState !== "loading") return Promise.resolve();
  return new Promise((resolve) => document.addEventListener("DOMContentLoaded", () => resolve(), { once: true }));
}

/** Unpacks gzip. */
export async function inflate(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  if (typeof DecompressionStream === "undefined") throw new EngineError("sparql-old-browser");
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
