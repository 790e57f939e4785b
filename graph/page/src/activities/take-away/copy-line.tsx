/** A text that can be copied at a click, or by hand where the browser forbids that. */
import { useSignal } from "@preact/signals";
import { useId, useRef } from "preact/hooks";
import { say } from "../../messages";

export function CopyLine({ label, text, rows }: { label: string; text: string; rows: number }) {
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const copied = useSignal<string | undefined>(undefined);
  const isCopied = copied.value === text;
  const copy = async () => {
    if (await toClipboard(text, box.current)) copied.value = text;
  };
  return (
    <div class="copy-line">
      <label for={id}>{label}</label>
      <textarea id={id} ref={box} readOnly rows={rows} value={text} onFocus={(event) => event.currentTarget.select()} />
      <button type="button" class="take-button" aria-label={`${say("take-copy")}: ${label}`} onClick={copy}>{say("take-copy")}</button>
      <span class="copied" role="status">{isCopied ? say("take-copied") : ""}</span>
    </div>
  );
}

async function toClipboard(text: string, box: HTMLTextAreaElement | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // A page from disk may not be allowed to; an older command still is.
    box?.select();
    return document.execCommand("copy");
  }
}
