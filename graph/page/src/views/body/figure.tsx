/** The figure itself: its shapes, what is lifted out, marks, and where it can be clicked. */
import { selectNode } from "../../state";
import { useAtlasState } from "../../components/context";
import type { DisplayNode } from "../../display";
import { bodyShapes, bodySites, shownAlong, viewBox } from "./drawing/body-drawing";
import type { FigurePlace } from "./overview-layout";

interface Props {
  readonly place: FigurePlace;
  readonly label: string;
  /** The sites that can be chosen, by the drawing's name. */
  readonly sites: ReadonlyMap<string, DisplayNode>;
  /** The sites that the selection lifts out; undefined where nothing is dimmed. */
  readonly lifted: ReadonlySet<string> | undefined;
  /** The slugs of the concepts whose shapes are shown beside the rest: fluid, tumour. */
  readonly concerned: ReadonlySet<string>;
  /** The sites that bear a mark. */
  readonly marked: ReadonlySet<string>;
}

export function Figure({ place, label, sites, lifted, concerned, marked }: Props) {
  const state = useAtlasState();
  const { x, y, width, height } = viewBox;
  return (
    <g class={lifted ? "figure has-lifted" : "figure"} transform={`translate(${place.x} ${place.y}) scale(${place.scale})`} role="img" aria-label={label}>
      <defs>
        <linearGradient id="body-fade" gradientUnits="userSpaceOnUse" x1="0" y1="805" x2="0" y2="852">
          <stop offset="0" stop-color="#fff" /><stop offset="1" stop-color="#000" />
        </linearGradient>
        <mask id="body-end" maskUnits="userSpaceOnUse" x={x} y={y} width={width} height={height}>
          <rect x={x} y={y} width={width} height={height} fill="url(#body-fade)" />
        </mask>
      </defs>
      <g class="all" mask="url(#body-end)"><Shapes concerned={concerned} /></g>
      {lifted && <g class="lifted" mask="url(#body-end)"><Shapes concerned={concerned} only={lifted} /></g>}
      <g class="marks">
        {bodySites.filter(({ slug }) => marked.has(slug)).map(({ slug, mark: [cx, cy] }) => (
          <path key={slug} d="M0,-7L7,0L0,7L-7,0Z" transform={`translate(${cx} ${cy}) scale(${Math.max(1, 0.85 / place.scale)})`} />
        ))}
      </g>
      <g class="hits">
        {bodySites.map(({ slug, hits }) => {
          const node = sites.get(slug);
          return node && (
            <g key={slug} data-hit={slug} onClick={() => selectNode(state, node.id)}>
              <title>{node.label}</title>
              {hits.map((d) => <path key={d} d={d} />)}
            </g>
          );
        })}
      </g>
    </g>
  );
}

/** All shapes, or those of some sites with what belongs to them; fluid and tumour come wherever they are concerned. */
function Shapes({ concerned, only }: { concerned: ReadonlySet<string>; only?: ReadonlySet<string> }) {
  const wanted = only && new Set([...only].flatMap((slug) => [slug, ...(shownAlong[slug] ?? [])]));
  const shapes = bodyShapes.filter(({ site, shownWith }) =>
    shownWith ? concerned.has(shownWith) : !wanted || (site !== null && wanted.has(site)));
  return (
    <>
      {shapes.map(({ id, site, role, paint, paths }) => (
        <g key={id} class={`shape role-${role} paint-${paint}`} data-id={id} data-site={site ?? undefined}>
          {paths.map((d) => <path key={d} d={d} fill-rule="evenodd" />)}
        </g>
      ))}
    </>
  );
}
