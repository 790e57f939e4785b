/** What is to be laid out, in words and shapes: the neighbourhood in the page's language, ready to be measured. */
import { meaningOf } from "../../appearance";
import { limitsOf, otherEnd, shortId, type Atlas } from "../../atlas";
import { styleOf, type ClassStyle } from "../../class-styles";
import type { DisplayEdge } from "../../display";
import type { Filter } from "../../filter";
import { say } from "../../messages";
import type { Shape } from "../../shapes";
import type { Measure } from "../../wrapping";
import { isWanted, tellable, type Neighbourhood, type Relation } from "./neighbourhood";

export interface PlannedNode {
  readonly node: string;
  readonly label: string;
  readonly shape: Shape;
}

/** A neighbour's own neighbour. */
export interface PlannedKid extends PlannedNode {
  readonly edge: string;
  readonly isOut: boolean;
  readonly verb: string;
}

export interface PlannedNeighbour extends PlannedNode {
  readonly kids: readonly PlannedKid[];
  /** What is said of how many further ones; empty when there are none. */
  readonly further: string;
}

export interface PlannedRelation {
  readonly id: string;
  readonly isOut: boolean;
  readonly verb: string;
  readonly hedge: string;
  readonly edges: readonly { readonly id: string; readonly neighbour: string }[];
}

export interface PlannedSector {
  readonly id: string;
  readonly relations: readonly PlannedRelation[];
  readonly neighbours: readonly PlannedNeighbour[];
}

export interface Measures {
  readonly box: Measure;
  readonly verb: Measure;
  readonly hedge: Measure;
}

export interface Plan {
  readonly middle: PlannedNode;
  readonly sectors: readonly PlannedSector[];
  readonly measures: Measures;
  readonly sayMore: (number: number) => string;
}

/** So many of a neighbour's own neighbours are unfolded at once. */
export const MOST_KIDS = 4;

interface Making {
  readonly atlas: Atlas;
  readonly styles: ReadonlyMap<string, ClassStyle>;
  readonly filter: Filter;
  readonly derivedToo: boolean;
  readonly unfolded: ReadonlySet<string>;
  readonly measures: Measures;
}

export function makePlan(middle: string, { sectors }: Neighbourhood, making: Making): Plan {
  const { atlas } = making;
  return {
    middle: plannedNode(making, middle),
    sectors: sectors.map(({ id, relations, neighbours }) => ({
      id,
      relations: relations.map((relation) => planRelation(atlas, relation, middle)),
      neighbours: neighbours.map((neighbour) => planNeighbour(making, neighbour, middle)),
    })),
    measures: making.measures,
    sayMore: (number) => say("focus-more", { number }),
  };
}

/** The verb of a statement; a negative is marked by more than its colour. */
export function verbOf(atlas: Atlas, edge: DisplayEdge): string {
  const label = atlas.properties.get(edge.property)?.label ?? shortId(edge.property);
  return meaningOf(atlas, edge) === "negative" ? `✕ ${label}` : label;
}

/** "some", "possible", "in specific situations", "derived"; nothing where it is plainly said. */
export function hedgeOf(atlas: Atlas, edge: DisplayEdge): string {
  return [...limitsOf(atlas, edge), ...(edge.derived ? [say("derived")] : [])].join(", ");
}

/** What could be unfolded at a neighbour, without the way back to the middle. */
export function furtherEdges(making: Pick<Making, "atlas" | "filter" | "derivedToo">, node: string, middle: string): readonly DisplayEdge[] {
  return tellable(making.atlas, node).filter((edge) => {
    const other = otherEnd(edge, node);
    return other !== middle && (making.derivedToo || !edge.derived) && isWanted(making.atlas, making.filter, edge, other);
  });
}

function plannedNode({ atlas, styles }: Making, id: string): PlannedNode {
  const node = atlas.nodes.get(id);
  return { node: id, label: node?.label ?? id, shape: styleOf(styles, node?.class ?? "").shape };
}

function planRelation(atlas: Atlas, { id, isOut, edges }: Relation, middle: string): PlannedRelation {
  const [first] = edges;
  return {
    id, isOut, verb: first ? verbOf(atlas, first) : "", hedge: first ? hedgeOf(atlas, first) : "",
    edges: edges.map((edge) => ({ id: edge.id, neighbour: otherEnd(edge, middle) })),
  };
}

function planNeighbour(making: Making, id: string, middle: string): PlannedNeighbour {
  if (!making.unfolded.has(id)) return { ...plannedNode(making, id), kids: [], further: "" };
  const edges = furtherEdges(making, id, middle);
  // Stated ones first: the few that are shown should be those that a source speaks of.
  const sorted = [...edges].sort((a, b) => Number(a.derived) - Number(b.derived) || Number(a.ours) - Number(b.ours));
  const rest = sorted.length - MOST_KIDS;
  return {
    ...plannedNode(making, id),
    kids: sorted.slice(0, MOST_KIDS).map((edge) => ({
      ...plannedNode(making, otherEnd(edge, id)), edge: edge.id, isOut: edge.from === id,
      verb: [verbOf(making.atlas, edge), hedgeOf(making.atlas, edge)].filter(Boolean).join(" · "),
    })),
    further: rest > 0 ? say("focus-more", { number: rest }) : "",
  };
}
