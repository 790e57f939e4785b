/** What the second page of the handout says: the selection's details, or the whole story, as plain data. */
import { isHedged, isOurWording, modalitiesOf, shortId, type Atlas } from "../../atlas";
import type { DisplayEdge, DisplayNode, Source, Text } from "../../display";
import { say } from "../../messages";
import type { State } from "../../state";
import { capitalize } from "../../words";

export interface Told {
  readonly sentence: string;
  readonly lang: string;
  /** Who says so, where, how firmly. */
  readonly places: string;
  readonly mark: string;
  readonly negative: boolean;
  readonly notes: readonly Note[];
}

/** What a passage leaves open, and where it stands. */
export interface Note {
  readonly where: string;
  readonly note: Text;
  /** A reason of our own limits no source. */
  readonly ours: boolean;
}

/** What a concept is; the atlas's own words say so. */
export interface Definition extends Text {
  readonly ours: boolean;
}

export interface HandoutText {
  readonly title: string;
  readonly lang: string;
  readonly kind: string;
  readonly definitions: readonly Definition[];
  /** What it is called, by language. */
  readonly names: readonly Text[];
  readonly statements: readonly Told[];
  readonly sources: readonly Source[];
  readonly hasLegend: boolean;
}

export function makeHandoutText(state: State): HandoutText {
  const { atlas } = state;
  const selection = state.selection.peek();
  const ways = state.ways.peek().ways.flatMap(({ steps }) => steps.flat());
  const node = selection.kind === "node" ? atlas.nodes.get(selection.id) : undefined;
  const edge = selection.kind === "edge" ? atlas.edges.get(selection.id) : undefined;
  const base = { lang: atlas.display.language, kind: "", definitions: [], names: [], hasLegend: false };
  if (node) {
    const definitions = [node.definition, node.plain].flatMap((text) => defineIn(node, text));
    const kind = atlas.classes.get(node.class)?.label ?? "";
    const names = Object.entries(node.labels).map(([lang, labels]) => ({ lang, text: labels.join(", ") }));
    return { ...base, ...tell(atlas, edgesOf(atlas, node.id)), title: capitalize(node.label), lang: node.lang, kind, definitions, names };
  }
  if (edge) {
    const definitions = [edge.from, edge.to].flatMap((id) => {
      const end = atlas.nodes.get(id);
      return end ? defineIn(end, end.definition) : [];
    });
    return { ...base, ...tell(atlas, [edge, ...(edge.proof?.premises ?? []).flatMap((id) => atlas.edges.get(id) ?? [])]), title: say("statement"), definitions };
  }
  if (ways.length > 0) return { ...base, ...tell(atlas, [...new Map(ways.map(({ id }) => [id, atlas.edges.get(id)!])).values()]), title: say("activity-path") };
  const story = [...atlas.edges.values()].filter(({ core, derived }) => core && !derived);
  return { ...base, ...tell(atlas, story), title: say("handout-story"), hasLegend: true };
}

function defineIn(node: DisplayNode, text: Text | null): readonly Definition[] {
  return text ? [{ ...text, ours: isOurWording(node) }] : [];
}

/** The story's statements first, then what else is stated, then what is derived: what doesn't fit is left out from the end. */
function edgesOf(atlas: Atlas, id: string): readonly DisplayEdge[] {
  const rank = ({ core, derived }: DisplayEdge) => (derived ? 2 : core ? 0 : 1);
  return (atlas.edgesAt.get(id) ?? []).filter((edge) => !atlas.mirrors.has(edge.id)).sort((a, b) => rank(a) - rank(b));
}

function tell(atlas: Atlas, edges: readonly DisplayEdge[]): Pick<HandoutText, "statements" | "sources"> {
  const cited = new Set(edges.flatMap(({ evidence }) => evidence.flatMap(({ passage }) => atlas.passages.get(passage)?.source ?? [])));
  const sources = [...cited].flatMap((id) => atlas.sources.get(id) ?? []);
  const numbers = new Map(sources.map(({ id }, index) => [id, index + 1]));
  return { sources, statements: edges.map((edge) => tellOne(atlas, edge, numbers)) };
}

function tellOne(atlas: Atlas, edge: DisplayEdge, numbers: ReadonlyMap<string, number>): Told {
  const places = edge.derived
    ? [[say("derived"), ...(isHedged(edge) ? modalitiesOf(atlas, edge).map(({ label }) => label) : [])].join(", ")]
    : edge.evidence.map(({ passage: id }) => {
        const modality = atlas.passages.get(id)?.modality ?? "";
        return `${whereIs(atlas, id, numbers)}: ${atlas.modalities.get(modality)?.label ?? shortId(modality)}`;
      });
  const notes = edge.evidence.flatMap(({ passage: id }) => {
    const note = atlas.passages.get(id)?.note;
    return note ? [{ where: whereIs(atlas, id, numbers), note, ours: edge.ours }] : [];
  });
  const mark = edge.negative ? say(edge.derived ? "negative" : "stated-negative") : "";
  return { sentence: finish(edge.sentence), lang: edge.lang, places: places.join("; "), mark, negative: edge.negative, notes };
}

function whereIs(atlas: Atlas, id: string, numbers: ReadonlyMap<string, number>): string {
  const passage = atlas.passages.get(id);
  const number = numbers.get(passage?.source ?? "");
  return `${number === undefined ? "" : `[${number}] `}${passage?.locator?.text ?? shortId(id)}`;
}

/** Each note once, with all the places that it is about; those that limit a source come first. */
export function gatherNotes(told: readonly Told[]): readonly Note[] {
  const places = new Map<string, { readonly where: Set<string>; readonly note: Text; readonly ours: boolean }>();
  for (const { where, note, ours } of told.flatMap(({ notes }) => notes)) {
    const known = places.get(note.text);
    if (known) known.where.add(where);
    else places.set(note.text, { where: new Set([where]), note, ours });
  }
  const notes = [...places.values()].map((each) => ({ ...each, where: [...each.where].join("; ") }));
  return notes.sort((a, b) => Number(a.ours) - Number(b.ours));
}

export function finish(words: string): string {
  return /[.!?]$/.test(words.trim()) ? words : `${words}.`;
}
