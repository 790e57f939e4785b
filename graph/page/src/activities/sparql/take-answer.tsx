/** What is taken along of an answer: files that the engine writes, and the query as others can run it. */
import { useSignal } from "@preact/signals";
import { useAtlasState } from "../../components/context";
import { say } from "../../messages";
import { download, fileName } from "../take-away/download";
import { ask, failureOf, Faulty, prefixesOf } from "./asking";
import { withDeclarations, writeCurl, writePython } from "./copying";
import { sayFailure, sayFault } from "./saying";
import type { Outcome, Session } from "./session";

const FILES = {
  csv: "text/csv", tsv: "text/tab-separated-values", json: "application/sparql-results+json", ttl: "text/turtle",
} as const;
const OFFERED = { rows: ["csv", "tsv", "json"], truth: ["json"], triples: ["ttl"] } as const;
const COPIES = ["sparql", "python", "curl"] as const;
/** A whole answer may take longer to write than the part that is shown. */
const MOST_SECONDS = 30;

export function TakeAnswer({ session, outcome }: { session: Session; outcome: Extract<Outcome, { kind: "answer" }> }) {
  const state = useAtlasState();
  const told = useSignal("");
  const save = async (ending: keyof typeof FILES) => {
    told.value = "";
    try {
      const answer = await ask(session, outcome.query, prefixesOf(state), FILES[ending], MOST_SECONDS * 1000);
      if (answer.kind === "text") download(fileName(state, ending, session.question.peek()?.id ?? "answer"), `${FILES[ending]};charset=utf-8`, answer.text);
    } catch (error) {
      const failure = failureOf(error, MOST_SECONDS);
      told.value = error instanceof Faulty ? sayFault(error.fault) : failure.kind === "failure" ? sayFailure(failure) : "";
    }
  };
  const copy = async (how: (typeof COPIES)[number]) => {
    const query = withDeclarations(outcome.query, prefixesOf(state));
    const text = how === "python" ? writePython(query) : how === "curl" ? writeCurl(query) : query;
    told.value = "";
    if (await toClipboard(text)) told.value = say("sparql-copied");
  };
  const offered = OFFERED[outcome.answer.kind];
  return (
    <div class="sparql-take">
      <div role="group" aria-label={say("sparql-download")}>
        <span>{say("sparql-download")}</span>
        {offered.map((ending) => <button key={ending} type="button" onClick={() => void save(ending)}>{say(`sparql-file-${ending}`)}</button>)}
      </div>
      <div role="group" aria-label={say("sparql-copy")}>
        <span>{say("sparql-copy")}</span>
        {COPIES.map((how) => <button key={how} type="button" onClick={() => void copy(how)}>{say(`sparql-copy-${how}`)}</button>)}
      </div>
      {outcome.answer.kind === "rows" && <p class="note">{say("sparql-csv-note")}</p>}
      <p role="status">{told.value}</p>
    </div>
  );
}

async function toClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // A page from disk may not be allowed to; an older command still is.
    const box = document.createElement("textarea");
    const before = document.activeElement;
    box.value = text;
    box.setAttribute("readonly", "");
    document.body.append(box);
    box.select();
    const isCopied = document.execCommand("copy");
    box.remove();
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    return isCopied;
  }
}
