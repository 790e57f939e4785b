/** The chain of the selection beside the figure: cards in columns, lines by meaning and firmness, and the sites left out as chips. */
import { colourOf, lineOf, meaningOf } from "../../appearance";
import { isHedged } from "../../atlas";
import { styleOf } from "../../class-styles";
import { useAtlasState } from "../../components/context";
import type { DisplayEdge, DisplayNode } from "../../display";
import { say } from "../../messages";
import { meaningStyle, tintOf } from "../../palette";
import { outlineOf } from "../../shapes";
import { selectEdge, selectNode } from "../../state";
import type { Card, ChainLine, ChainScene } from "./chain-layout";
import { pressedBy, useRoving, type Roving } from "./roving";
import { Leader } from "./site-labels";
import { LINE } from "./text-fit";
import { WordsInBox } from "./words-in-box";

const HEADS = {
  arrow: "M0,0L-9,-4.5V4.5Z", vee: "M0,0L-9,-4.5L-6,0L-9,4.5Z", circle: "M-7,0a3.5,3.5 0 1 0 7,0a3.5,3.5 0 1 0 -7,0Z",
  diamond: "M0,0L-5,-4.2L-10,0L-5,4.2Z", box: "M-7,-3.5H0V3.5H-7Z", bar: "M-3,-7H0V7H-3Z",
} as const;

interface Props {
  readonly scene: ChainScene;
  readonly sites: ReadonlyMap<string, DisplayNode>;
  readonly size: number;
}

export function ChainDrawing({ scene, sites, size }: Props) {
  const { atlas, selection } = useAtlasState();
  const chosen = selection.value;
  const cards = useRoving(scene.cards.map(({ id }) => id), chosen.kind === "node" ? chosen.id : undefined);
  const lines = useRoving(scene.lines.map(({ id }) => id), chosen.kind === "edge" ? chosen.id : undefined);
  const isSite = (id: string) => [...sites.values()].some((node) => node.id === id);
  return (
    <>
      {scene.headings.map(({ column, x, lines: words }) => (
        <text key={column} class="column-heading" x={x} font-size={size * 0.93} text-anchor="middle" aria-hidden="true">
          {words.map((line, index) => <tspan key={index} x={x} y={scene.headBottom - size * 0.25 - (words.length - 1 - index) * size * LINE * 0.93}>{line}</tspan>)}
        </text>
      ))}
      {scene.cards.map(({ id, leader }) => leader.length > 0 && <Leader key={id} points={leader} isOn />)}
      <g role="list" aria-label={say("body-lines")} onKeyDown={lines.onKeyDown}>
        {scene.lines.map((line) => {
          const edge = atlas.edges.get(line.id);
          return edge && <Line key={line.id} line={line} edge={edge} roving={lines} />;
        })}
      </g>
      <g onKeyDown={cards.onKeyDown}>
        {scene.headings.map(({ column }, index) => (
          <g key={column} role="list" aria-label={say(`column-${column}`)}>
            {scene.cards.filter((card) => card.column === index).map((card) => {
              const node = atlas.nodes.get(card.id);
              return node && <ChainCard key={card.id} card={card} node={node} isSite={isSite(card.id)} size={size} roving={cards} />;
            })}
          </g>
        ))}
      </g>
      <OtherSites scene={scene} sites={sites} size={size} />
    </>
  );
}

function Line({ line, edge, roving }: { line: ChainLine; edge: DisplayEdge; roving: Roving }) {
  const state = useAtlasState();
  const { atlas, theme, selection } = state;
  const isChosen = selection.value.kind === "edge" && selection.value.id === edge.id;
  const colour = colourOf(atlas, edge, theme.value);
  const head = edge.negative ? "bar" : meaningStyle(meaningOf(atlas, edge)).head;
  const dashes = lineOf(edge);
  const width = (edge.negative && !edge.derived ? 2.6 : edge.ours && !edge.derived ? 2 : isHedged(edge) ? 1.2 : 2.2) + (isChosen ? 1.4 : 0);
  const [x, y] = line.middle;
  return (
    <g role="listitem">
      <g
        class={isChosen ? "chain-line is-chosen" : "chain-line"} data-edge={edge.id} {...roving.member(edge.id)}
        {...pressedBy(() => selectEdge(state, edge.id))} aria-label={edge.sentence} aria-current={isChosen ? "true" : undefined}
      >
        {/* Inside of what is pressed: a title of the button itself would be heard after its name, which says the same. */}
        <path class="reach" d={line.path}><title>{edge.sentence}</title></path>
        <path
          class="stroke" d={line.path} stroke={colour} stroke-width={width}
          stroke-dasharray={dashes ? dashes.join(" ") : undefined} stroke-linecap={edge.ours && !edge.derived ? "round" : "butt"}
        />
        <path d={HEADS[head]} fill={colour} transform={`translate(${line.head.x} ${line.head.y}) scale(${line.head.way} 1)`} />
        {edge.negative && <path class="cross" d={`M${x - 6},${y - 6}L${x + 6},${y + 6}M${x + 6},${y - 6}L${x - 6},${y + 6}`} stroke={colour} />}
      </g>
    </g>
  );
}

function ChainCard({ card, node, isSite, size, roving }: { card: Card; node: DisplayNode; isSite: boolean; size: number; roving: Roving }) {
  const state = useAtlasState();
  const { styles, theme, selection } = state;
  const isChosen = selection.value.kind === "node" && selection.value.id === node.id;
  const { hue, shape } = styleOf(styles, node.class);
  const { line, fill } = tintOf(hue, theme.value);
  const [x, y] = [card.left + card.width / 2, card.top + card.height / 2];
  const outline = outlineOf(isSite ? "rounded" : shape, card.width, card.height);
  return (
    <g role="listitem">
      <g
        class={`card${isSite ? " is-site" : ""}${isChosen ? " is-chosen" : ""}`} data-card={node.id} data-node={isSite ? undefined : node.id} {...roving.member(node.id)}
        {...pressedBy(() => selectNode(state, node.id))} aria-label={node.label} aria-current={isChosen ? "true" : undefined}
      >
        <path
          class="box" d={outline} transform={`translate(${x} ${y})`} fill={isSite ? undefined : fill} stroke={isSite ? undefined : line}
          stroke-dasharray={node.ours ? "0.5 4" : undefined} stroke-linecap={node.ours ? "round" : undefined}
        />
        <WordsInBox lines={card.lines} x={x} y={y} size={size} lang={node.lang} />
      </g>
    </g>
  );
}

function OtherSites({ scene, sites, size }: Props) {
  const state = useAtlasState();
  const roving = useRoving(scene.chips.map(({ slug }) => slug));
  if (scene.chips.length === 0) return null;
  return (
    <>
      <text class="column-heading" x={scene.chips[0]!.left} y={scene.chipsTop + size} font-size={size * 0.93} aria-hidden="true">{say("body-others")}</text>
      <g role="list" aria-label={say("body-others")} onKeyDown={roving.onKeyDown}>
        {scene.chips.map(({ slug, left, top, width, height, label }) => {
          const node = sites.get(slug);
          return node && (
            <g key={slug} role="listitem">
              <g class="chip" data-chip={slug} {...roving.member(slug)} {...pressedBy(() => selectNode(state, node.id))} aria-label={label}>
                <rect class="box" x={left} y={top} width={width} height={height} rx="12" />
                <WordsInBox lines={[label]} x={left + width / 2} y={top + height / 2} size={size * 0.93} lang={node.lang} />
              </g>
            </g>
          );
        })}
      </g>
    </>
  );
}
