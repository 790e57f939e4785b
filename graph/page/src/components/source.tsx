/** Who a source is: its name in brief, which unfolds to all that is known of it, in one line. */
import "./source.css";
import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { shorten } from "../brief";
import type { Passage, Source } from "../display";
import { safeLink } from "../links";
import { say } from "../messages";
import { useAtlasState } from "./context";
import { TextIn } from "./text-in";

/** The source and the place in it; what stands between them and the unfolded line is given as children. */
export function Where({ passage, isOpen = false, children }: { passage: Passage; isOpen?: boolean; children?: ComponentChildren }) {
  return (
    <Unfolding sources={[passage.source]} isOpen={isOpen} after={passage.locator && <>, <TextIn text={passage.locator} /></>}>
      {passage.review && <span class="review"><TextIn text={passage.review} /></span>}
      {children}
    </Unfolding>
  );
}

/** The source alone, where the places in it are listed below. */
export function SourceName({ id }: { id: string }) {
  return <Unfolding sources={[id]} />;
}

/** The sources that a derived statement goes back to. */
export function RestsOn({ sources }: { sources: readonly string[] }) {
  return sources.length === 0 ? null : <span class="evidence"><Unfolding sources={sources} before={`${say("rests-on")} `} /></span>;
}

function Unfolding({ sources, isOpen = false, before, after, children }: {
  sources: readonly string[];
  isOpen?: boolean;
  before?: ComponentChildren;
  after?: ComponentChildren;
  children?: ComponentChildren;
}) {
  const { atlas } = useAtlasState();
  const open = useSignal<string | undefined>(isOpen ? sources[0] : undefined);
  const line = useId();
  return (
    <>
      <span class="where">
        {before}
        {sources.map((id, index) => (
          <span key={id}>
            {index > 0 && ", "}
            <button
              type="button" class="source-name" aria-expanded={open.value === id} aria-controls={line}
              onClick={() => (open.value = open.value === id ? undefined : id)}
            >
              {shorten(atlas.sources.get(id)?.title ?? id)}
            </button>
          </span>
        ))}
        {after}
      </span>{" "}
      {children}
      <span id={line} class="source-line" hidden={open.value === undefined}>{open.value !== undefined && <SourceFacts id={open.value} />}</span>
    </>
  );
}

/** The page on which the built-in knowledge rests, of which no more is known than its copy says. */
const FOUNDING = "source:overview";

/** Title, kind, publisher, citation, licence and review: what nobody has told is said not to be told. */
export function SourceFacts({ id }: { id: string }) {
  const source = useAtlasState().atlas.sources.get(id);
  if (!source) return <>{say("source-unknown", { id })}</>;
  const link = safeLink(source.url);
  return (
    <>
      <b>{source.title}</b>{` · ${wordsOf(source).join(" · ")}`}
      {id === FOUNDING && !link && <> · {say("source-founding")}</>}
      {source.review && <> · <TextIn text={source.review} /></>}
      {link && <> · <a href={link} target="_blank" rel="noopener noreferrer">{link}<span class="visually-hidden"> {say("opens-outside")}</span></a></>}
    </>
  );
}

function wordsOf({ kind, publisher, citation, licence }: Source): readonly string[] {
  // Data says so in English, whatever the page's language.
  const told = (text: string | null) => (!text || /^not stated$/i.test(text.trim()) ? say("source-not-stated") : text);
  return [
    kind ?? say("source-kind-not-stated"), `${say("source-publisher")}: ${told(publisher)}`, `${say("citation")}: ${told(citation)}`,
    `${say("licence")}: ${told(licence)}`,
  ];
}
