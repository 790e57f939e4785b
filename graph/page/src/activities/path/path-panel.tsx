/** How two concepts hang together: all shortest ways, in words, and lifted out of the view. */
import "./path.css";
import { batch } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { ConceptBox } from "../../components/concept-box";
import { useAtlasState } from "../../components/context";
import { langOf } from "../../components/languages";
import { ConceptButton } from "../../components/sentence";
import { Statement } from "../../components/statement";
import { NOTHING } from "../../hash";
import { say } from "../../messages";
import type { State } from "../../state";
import { isBeside, MOST_WAYS, type PathQuestion, type Way } from "./ways";

export function PathPanel() {
  const state = useAtlasState();
  const question = state.path.value;
  const ask = (change: Partial<PathQuestion>) => lift(state, { only: undefined, ...change });
  useEffect(() => {
    const selection = state.selection.peek();
    if (state.path.peek().start === undefined && selection.kind === "node") ask({ start: selection.id });
    else lift(state, {});
  }, [state]);
  const swap = () => ask({ start: question.end, end: question.start });
  return (
    <div class="path">
      <h2>{say("activity-path")}</h2>
      <p class="note">{say("path-intro")}</p>
      <div class="path-ends">
        <div>
          <ConceptBox label={say("path-from")} chosen={question.start} choose={(start) => start !== question.start && ask({ start })} />
          <ConceptBox label={say("path-to")} chosen={question.end} choose={(end) => end !== question.end && ask({ end })} />
        </div>
        <button type="button" class="icon-button" aria-label={say("path-swap")} title={say("path-swap")} onClick={swap}>
          <SwapIcon />
        </button>
      </div>
      <label class="path-derived">
        <input type="checkbox" checked={question.derived} onChange={(event) => ask({ derived: event.currentTarget.checked })} />
        <span>{say("path-derived")}</span>
      </label>
      <p class="path-answer" role="status">{answer(state.ways.value.ways, state.ways.value.isMore, question)}</p>
      <Elsewhere />
      <Ways />
    </div>
  );
}

/** What was selected before would dim the way that was asked for now. */
function lift(state: State, change: Partial<PathQuestion>): void {
  batch(() => {
    state.path.value = { ...state.path.peek(), ...change };
    if (isBeside(state.ways.value, state.path.peek().only, state.selection.peek())) state.selection.value = NOTHING;
  });
}

function Elsewhere() {
  const state = useAtlasState();
  if (state.view.value === "pathway" || state.ways.value.ways.length === 0) return null;
  const go = () => batch(() => {
    lift(state, {});
    state.view.value = "pathway";
  });
  return <p class="path-elsewhere">{say("path-elsewhere")} <button type="button" onClick={go}>{say("path-go")}</button></p>;
}

function SwapIcon() {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d="M8 20V4M4 8l4-4 4 4M16 4v16M12 16l4 4 4-4" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" />
    </svg>
  );
}

function answer(ways: readonly Way[], isMore: boolean, { start, end, derived }: PathQuestion): string {
  if (start === undefined || end === undefined) return "";
  if (start === end) return say("path-same");
  if (ways.length === 0) return say(derived ? "path-nothing-derived" : "path-nothing");
  if (isMore) return say("path-found-more", { most: MOST_WAYS });
  return say("path-found", { ways: ways.length, steps: say("path-steps", { steps: ways[0]!.steps.length }) });
}

function Ways() {
  const state = useAtlasState();
  const { ways } = state.ways.value;
  const { only } = state.path.value;
  const show = (index: number | undefined) => lift(state, { only: index });
  return (
    <ol class="ways">
      {ways.map((way, index) => (
        <li key={way.nodes.join()} class="way">
          <div class="way-head">
            <h3><WayNames nodes={way.nodes} /></h3>
            {ways.length > 1 && (
              <button
                type="button" class="way-alone" aria-pressed={only === index}
                aria-label={say("path-alone-of", { number: index + 1 })} onClick={() => show(only === index ? undefined : index)}
              >
                {say("path-alone")}
              </button>
            )}
          </div>
          <ol class="way-steps">
            {way.steps.map((_, step) => <Step key={step} way={way} index={step} />)}
          </ol>
        </li>
      ))}
    </ol>
  );
}

function WayNames({ nodes }: { nodes: readonly string[] }) {
  const { atlas } = useAtlasState();
  return (
    <>
      {nodes.map((id, index) => {
        const node = atlas.nodes.get(id);
        return <span key={id}>{index > 0 && " – "}<span lang={langOf(node?.lang ?? "en")}><ConceptButton id={id} text={node?.label ?? id} /></span></span>;
      })}
    </>
  );
}

/** The ways hold the statements as the page was made; they are read out in the page's language. */
function Step({ way, index }: { way: Way; index: number }) {
  const { atlas } = useAtlasState();
  return (
    <li>
      <ul class="statements">
        {way.steps[index]!.map(({ id }) => {
          const edge = atlas.edges.get(id);
          return edge && <li key={id}><Statement edge={edge} /></li>;
        })}
      </ul>
    </li>
  );
}
