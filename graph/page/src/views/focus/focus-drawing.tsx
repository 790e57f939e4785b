/** The picture itself: lines first, then their words, then the concepts. Its looks are attributes, so that it can be taken along. */
import { useAtlasState } from "../../components/context";
import { say } from "../../messages";
import { FONT_FAMILY } from "../../node-drawing";
import { paperOf } from "../../palette";
import { selectEdge, selectNode } from "../../state";
import { BoxDrawing, MenuButton } from "./box-drawing";
import { Choosable, FocusRing, type Standing } from "./choosable";
import type { FocusState } from "./focus-state";
import { HEADS, lookOfLine } from "./looks";
import type { Picture, PlacedLine, PlacedMore, PlacedNote, PlacedPill } from "./picture";
import { MORE_HEIGHT, NOTE_FONT, NOTE_LINE, PILL_FONT, PILL_LINE } from "./sizes";

interface Props {
  readonly focus: FocusState;
  readonly middle: string;
  readonly picture: Picture;
}

export function FocusDrawing({ focus, middle, picture }: Props) {
  const { atlas, theme } = useAtlasState();
  const { width, height, scale, boxes, pills, lines, mores, notes, spine, order } = picture;
  const current = order.includes(focus.current.value ?? "") ? focus.current.value! : order[0]!;
  const isCurrent = (key: string) => key === current;
  const stand = (key: string) => ({ stop: key, isCurrent: isCurrent(key), focus });
  return (
    <svg
      data-export="focus" class={`focus-picture is-${picture.kind}`} role="group" width={width * scale} height={height * scale} viewBox={`0 0 ${width} ${height}`}
      aria-label={say("focus-picture", { label: atlas.nodes.get(middle)?.label ?? middle, number: boxes.filter(({ role }) => role === "neighbour").length })}
      font-family={FONT_FAMILY}
    >
      <g class="focus-lines" aria-hidden="true">
        {spine && <path d={spine} fill="none" stroke={paperOf(theme.value).faint} stroke-width="1.2" />}
        {lines.map((line) => <LineDrawing key={line.key} line={line} focus={focus} pills={pills} />)}
      </g>
      <g class="focus-words">
        {pills.map((pill) => <PillDrawing key={pill.key} pill={pill} {...stand(pill.key)} />)}
        {notes.map((note) => <NoteDrawing key={note.key} note={note} {...stand(note.key)} />)}
        {mores.map((more) => <MoreDrawing key={more.key} more={more} {...stand(more.key)} />)}
      </g>
      {boxes.map((box) => <BoxDrawing key={box.key} box={box} {...stand(box.key)} />)}
      {boxes.map((box) => box.menu && <MenuButton key={`menu ${box.key}`} box={box} area={box.menu} {...stand(box.key)} />)}
    </svg>
  );
}

function LineDrawing({ line, focus, pills }: { line: PlacedLine; focus: FocusState; pills: readonly PlacedPill[] }) {
  const state = useAtlasState();
  const edge = state.atlas.edges.get(line.edges[0] ?? "");
  if (!edge) return null;
  const chosen = state.selection.value;
  const isSelected = chosen.kind === "edge" && line.edges.includes(chosen.id);
  const look = lookOfLine(state.atlas, edge, state.theme.value, isSelected);
  const act = () => {
    if (line.edges.length === 1) selectEdge(state, edge.id);
    else focus.list.value = { sector: pills.find(({ edges }) => edges.includes(edge.id))?.sector ?? "" };
  };
  return (
    <g class="focus-line" onClick={act} data-edges={line.edges.join(" ")}>
      <path d={line.path} fill="none" stroke="transparent" stroke-width="14" />
      <path class="focus-stroke" d={line.path} fill="none" stroke={look.colour} stroke-width={look.width} stroke-dasharray={look.dashes} stroke-linecap={look.cap} />
      {line.head && <path d={HEADS[look.head]} fill={look.colour} transform={`translate(${line.head.at.x} ${line.head.at.y}) rotate(${line.head.angle})`} />}
    </g>
  );
}

function PillDrawing({ pill, ...standing }: { pill: PlacedPill } & Standing) {
  const state = useAtlasState();
  const { atlas, theme, selection } = state;
  const edge = atlas.edges.get(pill.edges[0] ?? "");
  if (!edge) return null;
  const { paper, ink, faint, ring } = paperOf(theme.value);
  const isSelected = selection.value.kind === "edge" && pill.edges.includes(selection.value.id);
  const look = lookOfLine(atlas, edge, theme.value, isSelected);
  const isOne = pill.edges.length === 1;
  const words = pill.lines.map(({ text }) => text).join(" ");
  const { width, height } = pill;
  return (
    <Choosable
      {...standing} class="focus-pill" transform={`translate(${pill.x} ${pill.y})`}
      label={isOne ? edge.sentence : say("focus-relation", { relation: words, number: pill.edges.length })}
      lang={isOne && edge.lang !== atlas.display.language ? edge.lang : undefined}
      act={() => (isOne ? selectEdge(state, edge.id) : (standing.focus.list.value = { sector: pill.sector }))}
    >
      <FocusRing width={width} height={height} />
      <rect
        x={-width / 2} y={-height / 2} width={width} height={height} rx="6" fill={paper}
        stroke={isSelected ? ring : look.colour} stroke-width={isSelected ? 2.4 : edge.negative ? 1.8 : 1}
      />
      {pill.lines.map(({ text, kind }, index) => (
        <text
          key={index} x="0" y={(index - (pill.lines.length - 1) / 2) * PILL_LINE} text-anchor="middle" dominant-baseline="central"
          font-size={PILL_FONT} font-weight={kind === "verb" ? 600 : 400} font-style={kind === "hedge" ? "italic" : undefined}
          fill={kind === "hedge" ? faint : edge.negative ? look.colour : ink}
        >
          {text}
        </text>
      ))}
    </Choosable>
  );
}

function NoteDrawing({ note, ...standing }: { note: PlacedNote } & Standing) {
  const state = useAtlasState();
  const edge = state.atlas.edges.get(note.edge);
  if (!edge) return null;
  const { faint, paper, negative } = paperOf(state.theme.value);
  const chosen = state.selection.value;
  const isSelected = chosen.kind === "edge" && chosen.id === note.edge;
  return (
    <Choosable {...standing} class="focus-note" transform={`translate(${note.x} ${note.y})`} label={edge.sentence} act={() => selectEdge(state, note.edge)}>
      <FocusRing width={note.width - 4} height={note.height - 8} />
      <rect x={-note.width / 2} y={-note.height / 2} width={note.width} height={note.height} fill={paper} />
      {note.lines.map((text, index) => (
        <text
          key={index} x={-note.width / 2} y={(index - (note.lines.length - 1) / 2) * NOTE_LINE} dominant-baseline="central" font-size={NOTE_FONT}
          font-weight={isSelected ? 700 : 500} fill={edge.negative ? negative : faint}
        >
          {text}
        </text>
      ))}
    </Choosable>
  );
}

function MoreDrawing({ more, ...standing }: { more: PlacedMore } & Standing) {
  const state = useAtlasState();
  const { ink, paper, faint } = paperOf(state.theme.value);
  const { opens, width } = more;
  const height = Math.min(more.height, MORE_HEIGHT);
  return (
    <Choosable
      {...standing} class="focus-more" transform={`translate(${more.x} ${more.y})`}
      label={"node" in opens ? `${more.text}: ${say("focus-go-to", { label: state.atlas.nodes.get(opens.node)?.label ?? opens.node })}` : more.text}
      act={() => ("node" in opens ? selectNode(state, opens.node) : (standing.focus.list.value = { sector: opens.sector }))}
    >
      <FocusRing width={width} height={height} />
      <rect x={-width / 2} y={-height / 2} width={width} height={height} rx={height / 2} fill={paper} stroke={faint} stroke-width="1.2" stroke-dasharray="4 3" />
      <text x="0" y="0" text-anchor="middle" dominant-baseline="central" font-size={PILL_FONT} font-weight="600" fill={ink}>{more.text}</text>
    </Choosable>
  );
}
