/** What the map shows now: from data, filter and selection to what is drawn where. */
import { meaningOf } from "../../appearance";
import { otherEnd, type Atlas } from "../../atlas";
import { styleOf } from "../../class-styles";
import type { DisplayNode } from "../../display";
import type { Filter, Shown } from "../../filter";
import type { Selection } from "../../hash";
import { say } from "../../messages";
import type { State } from "../../state";
import { insetOf } from "../../shapes";
import { COLUMNS, columnOf, findChain, findConcerned, findLying, findSites, type Chain } from "./chain";
import type { ChainInput } from "./chain-layout";
import type { SiteText } from "./overview-layout";

export interface BodyMap {
  readonly chain: Chain | undefined;
  /** The sites with a label. */
  readonly sites: ReadonlyMap<string, DisplayNode>;
  /** Those that can be clicked in the drawing: a hidden one comes, but not one whose class was switched off. */
  readonly clickable: ReadonlyMap<string, DisplayNode>;
  readonly lying: ReadonlyMap<string, readonly DisplayNode[]>;
  readonly lifted: ReadonlySet<string> | undefined;
  readonly concerned: ReadonlySet<string>;
  readonly marked: ReadonlySet<string>;
}

export function readBodyMap(atlas: Atlas, shown: Shown, filter: Filter, selection: Selection): BodyMap {
  const all = findSites(atlas);
  const sites = pick(all, ({ id }) => shown.nodes.has(id));
  const chain = findChain(atlas, shown, selection);
  const reached = [...sites].filter(([, { id }]) => chain?.nodes.has(id)).map(([slug]) => slug);
  return {
    chain, sites,
    clickable: pick(all, (node) => shown.nodes.has(node.id) || (filter.classes.get(node.class) ?? filter.level) !== "none"),
    lying: new Map([...sites].map(([slug, { id }]) => [slug, findLying(atlas, shown, id).flatMap((one) => atlas.nodes.get(one) ?? [])])),
    lifted: reached.length > 0 ? new Set(reached) : undefined,
    concerned: findConcerned(atlas, shown, selection, chain),
    marked: new Set(chain ? [...sites].filter(([, { id }]) => isMarked(atlas, chain, id)).map(([slug]) => slug) : []),
  };
}

/** A metastasis of the chain is said to lie there. */
function isMarked(atlas: Atlas, chain: Chain, site: string): boolean {
  return (atlas.edgesAt.get(site) ?? []).some((edge) =>
    chain.edges.has(edge.id) && !edge.negative && meaningOf(atlas, edge) === "place" && columnOf(atlas, otherEnd(edge, site)) === "metastases");
}

function pick(sites: ReadonlyMap<string, DisplayNode>, isWanted: (node: DisplayNode) => boolean): ReadonlyMap<string, DisplayNode> {
  return new Map([...sites].filter(([, node]) => isWanted(node)));
}

/** What can be pressed has a name, be it that nothing shown speaks of it yet. */
export function textsOf({ clickable, lying }: BodyMap): readonly SiteText[] {
  return [...clickable].map(([slug, { label }]) => ({ slug, label, rows: (lying.get(slug) ?? []).map((node) => ({ id: node.id, label: node.label })) }));
}

/** The sites that the chain leaves out are named for who can press them. */
export function chainInput(state: State, { chain, sites, clickable }: BodyMap, isOnPaper = false): ChainInput {
  const { atlas, styles } = state;
  const slugOf = new Map([...sites].map(([slug, { id }]) => [id, slug]));
  const nodes = [...(chain?.nodes ?? [])].flatMap((id) => {
    const node = atlas.nodes.get(id);
    if (!node) return [];
    const column = columnOf(atlas, id);
    return [{ id, label: node.label, column, slug: slugOf.get(id), padding: Math.min(insetOf(styleOf(styles, node.class).shape), column === "sites" ? 8 : 14) }];
  });
  return {
    nodes,
    edges: [...(chain?.edges ?? [])].flatMap((id) => atlas.edges.get(id) ?? []),
    columns: COLUMNS.filter((column) => nodes.some((node) => node.column === column)).map((id) => ({ id, label: say(`column-${id}`) })),
    // On a projector the figure takes their room; it can be clicked all the same.
    others: isOnPaper || state.presenting.value ? [] : [...clickable].filter(([, { id }]) => !chain?.nodes.has(id)).map(([slug, { label }]) => ({ slug, label })),
  };
}
