/** The query as it is written: in sight for who writes it, folded away below the answer for who asked in words. */
import { useLayoutEffect, useRef } from "preact/hooks";
import { say } from "../../messages";
import { UnknownTerms } from "./mending";
import { QueryEditor } from "./query-editor";
import type { Session } from "./session";

export function Code({ session }: { session: Session }) {
  const first = session.first.value;
  const fold = useRef<HTMLDetailsElement>(null);
  const host = useRef<Element | null>(null);
  // A browser takes the focus from what is moved.
  host.current = fold.current?.contains(document.activeElement) ? document.activeElement : null;
  useLayoutEffect(() => {
    if (fold.current) fold.current.open = first === "code";
    if (host.current && document.activeElement !== host.current) host.current.shadowRoot?.querySelector<HTMLElement>(".cm-content")?.focus();
  }, [first]);
  return (
    <details ref={fold} class="sparql-code" data-first={first}>
      <summary>{say("sparql-show-code")}</summary>
      <QueryEditor session={session} />
      <UnknownTerms session={session} />
    </details>
  );
}
