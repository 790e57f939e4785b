/** The small map as rows, where a drawing would have to drop words: each concept, and below it the links that begin there. */
import { meaningOf } from "../../appearance";
import { isHedged, limitsOf, shortId } from "../../atlas";
import { useAtlasState } from "../../components/context";
import { langOf } from "../../components/languages";
import { ClassSwatch, LineSwatch } from "../../components/swatches";
import type { DisplayEdge, MapItem } from "../../display";
import { originOf } from "../../filter";
import { say } from "../../messages";
import { drawnOn, pick } from "./board";
import { conceptsOf, edgesOf } from "./judging";
import type { Session } from "./session";
import { ConceptName } from "./texts-in";

export function MapRows({ session, item, isDone }: { session: Session; item: MapItem; isDone: boolean }) {
  const { atlas } = useAtlasState();
  const board = session.board.value;
  const ids = conceptsOf(atlas, item);
  const drawn = [...new Set(edgesOf(atlas, [...item.given, ...drawnOn(board, item), ...(isDone ? item.missing : [])]))];
  return (
    <ul class="quiz-rows" aria-label={say("quiz-map-rows", { concepts: ids.length, links: drawn.length })}>
      {ids.map((id) => (
        <li key={id}>
          <RowHead session={session} id={id} isDone={isDone} />
          <ul>
            {drawn.filter(({ from }) => from === id).map((edge) => <li key={edge.id}><LinkRow edge={edge} isFound={board.found.has(edge.id) || board.also.has(edge.id)} /></li>)}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function RowHead({ session, id, isDone }: { session: Session; id: string; isDone: boolean }) {
  const { atlas } = useAtlasState();
  const node = atlas.nodes.get(id);
  const { from, to } = session.board.value;
  const mark = isDone ? undefined : from === id ? "1" : to === id ? "2" : undefined;
  const name = <><ClassSwatch id={node?.class ?? ""} /> <ConceptName id={id} node={node} /></>;
  if (isDone) return <p class="quiz-row-head" data-node={id}>{name}</p>;
  return (
    <button
      type="button" class="quiz-row-head quiz-concept" data-node={id} aria-pressed={mark !== undefined}
      aria-label={mark && `${node?.label ?? id}, ${say(mark === "1" ? "quiz-from-here" : "quiz-to-here")}`}
      onClick={() => (session.board.value = pick(session.board.value, id))}
    >
      {name}
      {mark && <span class="quiz-row-mark" aria-hidden="true">{mark}</span>}
    </button>
  );
}

function LinkRow({ edge, isFound }: { edge: DisplayEdge; isFound: boolean }) {
  const { atlas } = useAtlasState();
  const property = atlas.properties.get(edge.property);
  const hedges = limitsOf(atlas, edge).join(", ");
  return (
    <span class="quiz-row-link quiz-link" data-edge={edge.id}>
      <LineSwatch meaning={meaningOf(atlas, edge)} origin={originOf(edge)} isHedged={isHedged(edge)} />
      <span>
        <b class="quiz-row-words" lang={langOf(property?.lang ?? "en")}>{property?.label ?? shortId(edge.property)}</b>{" "}
        {hedges && <><i>({hedges})</i>{" "}</>}
        <ConceptName id={edge.to} node={atlas.nodes.get(edge.to)} />
        {isFound && <>{" "}<span class="badge">{say("quiz-put-back")}</span></>}
      </span>
    </span>
  );
}
