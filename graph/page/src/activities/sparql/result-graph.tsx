/** The triples of an answer drawn; the table beside it says the same in words. */
import { useEffect, useMemo, useRef } from "preact/hooks";
import { Network } from "vis-network/esnext";
import { DataSet } from "vis-data/esnext";
import { useAtlasState } from "../../components/context";
import { Icon } from "../../components/icon";
import type { Row } from "../../engine/protocol";
import { say } from "../../messages";
import { styleOf } from "../../class-styles";
import { paperOf, tintOf, type Theme } from "../../palette";
import { selectNode, type State } from "../../state";
import { frameOf } from "../../vis-internals";
import { makeGraph, type AnswerGraph } from "./answer-graph";
import { prefixesOf } from "./asking";
import { makeReading } from "./terms";

export function ResultGraph({ rows }: { rows: readonly Row[] }) {
  const state = useAtlasState();
  const { atlas } = state;
  const theme = state.theme.value;
  const host = useRef<HTMLDivElement>(null);
  const network = useRef<Network | undefined>(undefined);
  const graph = useMemo(() => makeGraph(rows, makeReading(atlas, prefixesOf(state), rows)), [atlas, rows]);
  useEffect(() => {
    if (!host.current) return;
    const drawn = draw(host.current, graph, state, theme);
    network.current = drawn;
    return () => {
      network.current = undefined;
      drawn.destroy();
    };
  }, [graph, theme]);
  if (graph.nodes.length === 0) return null;
  const zoom = (factor: number) => network.current?.moveTo({ scale: Math.max(0.1, Math.min(4, network.current.getScale() * factor)) });
  return (
    <>
      {graph.hidden > 0 && <p class="note">{say("sparql-graph-cut", { shown: graph.nodes.length, hidden: graph.hidden })}</p>}
      <div class="sparql-graph">
        <div ref={host} class="sparql-canvas" role="img" aria-label={say("sparql-graph", { nodes: graph.nodes.length, lines: graph.lines.length })} />
        <div class="sparql-zoom">
          <button type="button" class="icon-button" aria-label={say("zoom-in")} title={say("zoom-in")} onClick={() => zoom(1.3)}><Icon name="plus" /></button>
          <button type="button" class="icon-button" aria-label={say("zoom-out")} title={say("zoom-out")} onClick={() => zoom(1 / 1.3)}><Icon name="minus" /></button>
          <button type="button" class="icon-button" aria-label={say("fit")} title={say("fit")} onClick={() => network.current?.fit()}><Icon name="fit" /></button>
        </div>
      </div>
    </>
  );
}

/** Settled before it is shown: nothing moves on the screen. */
function draw(host: HTMLElement, graph: AnswerGraph, state: State, theme: Theme): Network {
  const { paper, ink, faint } = paperOf(theme);
  const nodes = new DataSet(graph.nodes.map(({ id, label, concept, isLiteral }) => {
    const node = concept === undefined ? undefined : state.made.nodes.get(concept);
    const tint = tintOf(node ? styleOf(state.styles, node.class).hue : "slate", theme);
    const colour = { background: node ? tint.fill : paper, border: isLiteral ? faint : tint.line };
    return {
      id, label: label || " ", shape: "box", font: { color: ink, size: 15 }, borderWidth: node ? 2 : 1, margin: 7,
      widthConstraint: { maximum: 170 }, color: { ...colour, highlight: colour, hover: colour }, ...(isLiteral && { shapeProperties: { borderDashes: [4, 3] } }),
    };
  }));
  const lines = new DataSet(graph.lines.map(({ id, from, to, label }) => ({
    id, from, to, label, arrows: "to", color: { color: faint, highlight: faint, hover: faint },
    font: { color: ink, size: 13, strokeWidth: 5, strokeColor: paper, align: "horizontal" },
  })));
  const network = new Network(host, { nodes: nodes as never, edges: lines as never }, {
    physics: {
      solver: "forceAtlas2Based", stabilization: { iterations: graph.nodes.length > 80 ? 120 : 250, fit: true }, forceAtlas2Based: { springLength: 95, springConstant: 0.08, avoidOverlap: 0.9, gravitationalConstant: -60 },
    },
    layout: { randomSeed: 7, improvedLayout: graph.nodes.length <= 100 },
    interaction: { zoomView: false, hover: false, dragNodes: true },
    edges: { smooth: { enabled: true, type: "dynamic", roundness: 0.4 } },
  });
  frameOf(network).tabIndex = -1;
  // What has not come to rest by then might swing for ever.
  for (const end of ["stabilized", "stabilizationIterationsDone"] as const) network.once(end, () => network.setOptions({ physics: false }));
  const concepts = new Map(graph.nodes.map(({ id, concept }) => [id, concept]));
  network.on("click", ({ nodes: [clicked] }: { readonly nodes: readonly string[] }) => {
    const concept = clicked === undefined ? undefined : concepts.get(clicked);
    if (concept !== undefined) selectNode(state, concept);
  });
  return network;
}
