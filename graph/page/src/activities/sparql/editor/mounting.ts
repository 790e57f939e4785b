/** Brings the editor's script into the page, once; the page's policy knows its hash. */
import { EngineError, inflate, readParcel } from "../../../engine/parcels";
import type { MountEditor } from "./contract";

let loading: Promise<MountEditor> | undefined;

export function loadEditor(): Promise<MountEditor> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<MountEditor> {
  const script = document.createElement("script");
  script.textContent = new TextDecoder().decode(await readParcel("editor").then(inflate));
  document.head.append(script);
  script.remove();
  if (!globalThis.mountSparqlEditor) throw new EngineError("sparql-broken", "the editor's script was not run");
  return globalThis.mountSparqlEditor;
}
