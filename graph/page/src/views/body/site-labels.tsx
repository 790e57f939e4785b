/** The labels beside the figure with their leaders, in reading order; in each, what lies there. */
import { groupBy } from "../../atlas";
import { styleOf } from "../../class-styles";
import { useAtlasState } from "../../components/context";
import type { DisplayNode } from "../../display";
import { say } from "../../messages";
import { tintOf } from "../../palette";
import { outlineOf } from "../../shapes";
import { selectNode } from "../../state";
import { COUNTS_HEIGHT, SWATCH_ROOM, type Overview, type SiteLabel } from "./overview-layout";
import { pressedBy, useRoving, type Roving } from "./roving";
import { WordsInBox } from "./words-in-box";

type Spots = readonly (readonly [number, number])[];

export function Leader({ points, isOn = false }: { points: Spots; isOn?: boolean }) {
  const line = points.map((point) => point.join(",")).join(" ");
  const [x, y] = points.at(-1) ?? [0, 0];
  return (
    <g class={isOn ? "leader is-on" : "leader"} aria-hidden="true">
      <polyline class="halo" points={line} />
      <polyline class="line" points={line} />
      <circle cx={x} cy={y} r="3" />
    </g>
  );
}

interface Props {
  readonly overview: Overview;
  readonly sites: ReadonlyMap<string, DisplayNode>;
  /** Those of which something is said among what is shown. */
  readonly shown: ReadonlyMap<string, DisplayNode>;
  readonly lying: ReadonlyMap<string, readonly DisplayNode[]>;
  readonly size: number;
}

export function SiteLabels({ overview, sites, shown, lying, size }: Props) {
  const ordered = [...overview.labels].sort((a, b) => a.leader.at(-1)![1] - b.leader.at(-1)![1]);
  const stops = ordered.flatMap(({ id, rows }) => [id, ...rows.map((row) => `${id} ${row.id}`)]);
  const roving = useRoving(stops);
  return (
    <>
      {ordered.map(({ id, leader }) => <Leader key={id} points={leader} />)}
      <g role="list" aria-label={say("body-sites")} onKeyDown={roving.onKeyDown}>
        {ordered.map((label) => {
          const node = sites.get(label.id);
          return node && <Label key={label.id} {...{ label, node, size, roving }} isShown={shown.has(label.id)} lying={lying.get(label.id) ?? []} isCounting={overview.wordiness === "counts"} />;
        })}
      </g>
    </>
  );
}

interface LabelProps {
  /** Something that is shown speaks of it. */
  readonly isShown: boolean;
  readonly label: SiteLabel;
  readonly node: DisplayNode;
  readonly lying: readonly DisplayNode[];
  readonly isCounting: boolean;
  readonly size: number;
  readonly roving: Roving;
}

function Label({ label, node, isShown, lying, isCounting, size, roving }: LabelProps) {
  const state = useAtlasState();
  const { left, top, width, height, headHeight, lines, rows } = label;
  const words = lying.length > 0 ? say("body-lying", { label: node.label, what: lying.map((each) => each.label).join(", ") }) : node.label;
  return (
    <g role="listitem" class={isShown ? "site-label" : "site-label is-quiet"} data-site={label.id}>
      <rect class="box" x={left} y={top} width={width} height={height} rx="7" />
      <g class="head" {...roving.member(label.id)} {...pressedBy(() => selectNode(state, node.id))} aria-label={words}>
        <rect class="target" x={left} y={top} width={width} height={rows.length > 0 ? headHeight : height} rx="7" />
        <WordsInBox lines={lines} x={left + width / 2} y={top + headHeight / 2} size={size} lang={node.lang} />
        {isCounting && lying.length > 0 && <Counts nodes={lying} x={left + width / 2} y={top + headHeight + COUNTS_HEIGHT / 2 - 5} />}
      </g>
      {rows.map((row) => {
        const one = lying.find(({ id }) => id === row.id);
        return one && (
          <g key={row.id} class="row-button" {...roving.member(`${label.id} ${row.id}`)} {...pressedBy(() => selectNode(state, one.id))} aria-label={one.label}>
            <rect class="target" x={left + 3} y={top + row.top} width={width - 6} height={row.height} rx="5" />
            <Swatch node={one} x={left + 16} y={top + row.top + row.height / 2} />
            <WordsInBox lines={row.lines} x={left + SWATCH_ROOM + 6} y={top + row.top + row.height / 2} size={size * 0.93} lang={one.lang} align="start" />
          </g>
        );
      })}
    </g>
  );
}

function Swatch({ node, x, y }: { node: DisplayNode; x: number; y: number }) {
  const { styles, theme } = useAtlasState();
  const { hue, shape } = styleOf(styles, node.class);
  const { line, fill } = tintOf(hue, theme.value);
  return <path class="class-mark" data-class={node.class} d={outlineOf(shape, 17, 11)} transform={`translate(${x} ${y})`} fill={fill} stroke={line} stroke-dasharray={node.ours ? "2 2" : undefined} />;
}

/** How many of each class lie there. */
function Counts({ nodes, x, y }: { nodes: readonly DisplayNode[]; x: number; y: number }) {
  const groups = [...groupBy(nodes, (node) => node.class).values()];
  const step = 34;
  return (
    <>
      {groups.map((group, index) => {
        const middle = x + (index - (groups.length - 1) / 2) * step;
        return (
          <g key={group[0]!.class} aria-hidden="true">
            <Swatch node={{ ...group[0]!, ours: false }} x={middle - 5} y={y} />
            <text class="count" x={middle + 8} y={y + 4} font-size="12">{group.length}</text>
          </g>
        );
      })}
    </>
  );
}
