/** The links of the small map, drawn as the page draws statements, with their words where there is room. */
import { colourOf, lineOf, meaningOf } from "../../appearance";
import { isHedged, limitsOf, shortId } from "../../atlas";
import { styleOf } from "../../class-styles";
import { useAtlasState } from "../../components/context";
import { langOf } from "../../components/languages";
import type { DisplayEdge, MapItem } from "../../display";
import { placeLabels, type Area } from "../../edge-labels";
import { meaningStyle, paperOf } from "../../palette";
import { pointOn, routeEdges, type Route } from "../../routes";
import { wrap } from "../../wrapping";
import { headAt, round, type MapLayout } from "./map-layout";
import { measureWord, WORD_SIZE } from "./measuring";

const LINE = WORD_SIZE * 1.15;
/** How broad the words on a link may be: a longer word is not broken before that. */
const [LEAST, MOST] = [66, 86];

const HEADS = {
  arrow: "M0,0L-9,-4.5V4.5Z", vee: "M0,0L-9,-4.5L-6,0L-9,4.5Z", circle: "M-7,0A3.5,3.5 0 1 1 0,0A3.5,3.5 0 1 1 -7,0Z",
  diamond: "M0,0L-5,-4.2L-10,0L-5,4.2Z", box: "M-7,-3.5H0V3.5H-7Z", bar: "M-2.5,-6H0V6H-2.5Z",
} as const;

export function MapEdges({ edges, layout, item, found }: { edges: readonly DisplayEdge[]; layout: MapLayout; item: MapItem; found: ReadonlySet<string> }) {
  const { atlas, styles } = useAtlasState();
  const shapeOf = (id: string) => styleOf(styles, atlas.nodes.get(id)?.class ?? "").shape;
  const routes = routeEdges(edges, layout.boxes, shapeOf);
  return (
    <>
      {edges.map((edge) => {
        const route = routes.get(edge.id);
        return route && <Line key={edge.id} edge={edge} route={route} isNew={found.has(edge.id) || !item.given.includes(edge.id)} />;
      })}
      <Words edges={edges} routes={routes} layout={layout} />
    </>
  );
}

function Line({ edge, route, isNew }: { edge: DisplayEdge; route: Route; isNew: boolean }) {
  const { atlas, theme } = useAtlasState();
  const colour = colourOf(atlas, edge, theme.value);
  const { head } = meaningStyle(meaningOf(atlas, edge));
  const dashes = lineOf(edge);
  const parts = route.parts.map(({ from, via: [first, second], to }, index) =>
    `${index === 0 ? `M${round(from.x)},${round(from.y)}` : ""}C${[first, second, to].map(({ x, y }) => `${round(x)},${round(y)}`).join(" ")}`);
  return (
    <g class="quiz-link" data-edge={edge.id} aria-hidden="true">
      <path
        d={parts.join("")} fill="none" stroke={colour} stroke-width={(isHedged(edge) && !edge.ours ? 1.2 : 2) + (isNew ? 0.8 : 0)}
        stroke-dasharray={dashes ? dashes.join(" ") : undefined} stroke-linecap={edge.ours ? "round" : "butt"}
      />
      <path d={HEADS[head]} fill={colour} transform={headAt(route.to, pointOn(route, 0.94))} />
    </g>
  );
}

function Words({ edges, routes, layout }: { edges: readonly DisplayEdge[]; routes: ReadonlyMap<string, Route>; layout: MapLayout }) {
  const { atlas, theme } = useAtlasState();
  const { ink, faint, paper } = paperOf(theme.value);
  const blocks = edges.flatMap((edge) => {
    const route = routes.get(edge.id);
    if (!route) return [];
    const property = atlas.properties.get(edge.property);
    const hedges = limitsOf(atlas, edge).join(", ");
    const verb = property?.label ?? shortId(edge.property);
    const room = Math.min(MOST, layout.gap - 12, Math.max(LEAST, ...`${verb} ${hedges}`.split(" ").map(measureWord)));
    const lines = [
      ...wrap(verb, room, measureWord).map((text) => ({ text, isHedge: false })),
      ...wrap(hedges, room, measureWord).map((text) => ({ text, isHedge: true })),
    ];
    return [{
      id: edge.id, lines, lang: langOf(property?.lang ?? "en"), needed: false, width: Math.max(0, ...lines.map(({ text }) => measureWord(text))) + 6, height: lines.length * LINE + 3,
      pointAt: (share: number) => pointOn(route, share),
    }];
  });
  const places = placeLabels(blocks, [...layout.boxes.values(), ...beyond(layout)]);
  return (
    <>
      {blocks.map(({ id, lines, lang }) => {
        const at = places.get(id);
        if (!at) return null;
        return (
          <g key={id} class="quiz-words" transform={`translate(${round(at.x)} ${round(at.y)})`} lang={lang} aria-hidden="true">
            {lines.map(({ text, isHedge }, index) => (
              <text
                key={index} y={(index - (lines.length - 1) / 2) * LINE} fill={isHedge ? faint : ink} stroke={paper} class={isHedge ? "is-hedge" : undefined}
                text-anchor="middle" dominant-baseline="central"
              >
                {text}
              </text>
            ))}
          </g>
        );
      })}
    </>
  );
}

/** What lies beside the paper is taken: no words are cut off. */
function beyond({ width, height }: MapLayout): readonly Area[] {
  const far = 1000;
  return [
    { x: -far / 2, y: height / 2, width: far, height: height + far }, { x: width + far / 2, y: height / 2, width: far, height: height + far },
    { x: width / 2, y: -far / 2, width, height: far }, { x: width / 2, y: height + far / 2, width, height: far },
  ];
}
