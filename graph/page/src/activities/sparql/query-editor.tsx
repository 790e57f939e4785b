/** The editor in its place: what is typed goes to the session, what is wrong with it comes back as marks. */
import { useSignal, useSignalEffect } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { useAtlasState } from "../../components/context";
import { nameOfLanguage } from "../../components/languages";
import { language, say } from "../../messages";
import { capitalize } from "../../words";
import type { Editor, EditorOptions, Mark } from "./editor/contract";
import type { State } from "../../state";
import { loadEditor } from "./editor/mounting";
import { run } from "./asking";
import { sayFault } from "./saying";
import type { Session } from "./session";
import { followWarnings } from "./starting";
import { suggest } from "./suggesting";

export function QueryEditor({ session }: { session: Session }) {
  const state = useAtlasState();
  const host = useRef<HTMLDivElement>(null);
  const editor = useSignal<Editor | undefined>(undefined);
  const isFailed = useSignal(false);
  const tongue = language.value;
  useEffect(() => {
    let isLeft = false;
    let mounted: Editor | undefined;
    void loadEditor().then((mount) => {
      if (!isLeft && host.current) editor.value = mounted = mount(optionsFor(state, session, host.current, tongue));
    }, () => (isFailed.value = true));
    return () => {
      isLeft = true;
      mounted?.destroy();
      editor.value = undefined;
    };
  }, [tongue, session, state]);
  useSignalEffect(() => editor.value?.setText(session.text.value));
  useSignalEffect(() => editor.value?.mark(marksOf(session)));
  useEffect(() => followWarnings(state, session), [state, session]);
  return (
    <div class="sparql-editor">
      {isFailed.value && <PlainEditor session={session} />}
      <div ref={host} hidden={isFailed.value} class="sparql-host" />
      {!editor.value && !isFailed.value && <pre class="sparql-waiting">{session.text.value}</pre>}
    </div>
  );
}

function optionsFor(state: State, session: Session, host: HTMLElement, tongue: string): EditorOptions {
  return {
    host,
    text: session.text.peek(),
    words: { label: say("sparql-editor"), help: say("sparql-editor-help"), completions: say("sparql-completions") },
    onChange: (text) => {
      session.text.value = text;
      if (session.question.peek()?.query !== text) session.question.value = undefined;
    },
    onRun: () => void run(state, session),
    onLeave: () => document.querySelector<HTMLElement>(".sparql-run")?.focus(),
    suggest: (word, text) => suggest(word, text, session.vocabulary.peek(), {
      language: tongue, nameOfLanguage, kindName: (kind) => say(`sparql-kind-${kind}`),
    }),
  };
}

/** What a browser too old for the editor still has. */
function PlainEditor({ session }: { session: Session }) {
  return (
    <textarea
      class="sparql-plain" aria-label={say("sparql-editor")} spellcheck={false} value={session.text.value}
      onInput={(event) => (session.text.value = event.currentTarget.value)}
    />
  );
}

function marksOf(session: Session): readonly Mark[] {
  const outcome = session.outcome.value;
  const text = session.text.value;
  const fault = outcome?.kind === "fault" && outcome.query === text ? [outcome.fault] : [];
  return [...fault, ...session.warnings.value].map((one) => ({
    from: one.from, to: one.to, severity: one.isWarning ? "warning" : "error", message: capitalize(sayFault(one)),
  }));
}
