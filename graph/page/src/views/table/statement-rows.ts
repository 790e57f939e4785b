/** Statements as rows: what stands in each cell, in words. */
import { modalitiesOf, shortId, type Atlas } from "../../atlas";
import type { DisplayEdge, DisplayNode, Text } from "../../display";
import { ORIGINS, originOf } from "../../filter";
import { nameOfSource } from "../../grounds";
import { say } from "../../messages";
import { fold } from "../../words";
import { wordsOfNode } from "./concept-rows";
import type { Column } from "./listing";

export interface Where {
  readonly source: string;
  readonly locator: Text | null;
}

export interface StatementRow {
  readonly id: string;
  readonly edge: DisplayEdge;
  readonly from: DisplayNode;
  readonly to: DisplayNode;
  readonly relation: { readonly text: string; readonly lang: string };
  readonly firmness: readonly string[];
  readonly origin: readonly string[];
  readonly places: readonly Where[];
}

export function makeStatementRows(atlas: Atlas, shown: ReadonlySet<string>): readonly StatementRow[] {
  const rows: StatementRow[] = [];
  for (const edge of atlas.edges.values()) if (shown.has(edge.id)) rows.push(makeRow(atlas, edge));
  return rows;
}

function makeRow(atlas: Atlas, edge: DisplayEdge): StatementRow {
  const property = atlas.properties.get(edge.property);
  return {
    id: edge.id,
    edge,
    from: atlas.nodes.get(edge.from)!,
    to: atlas.nodes.get(edge.to)!,
    relation: property ? { text: property.label, lang: property.lang } : { text: shortId(edge.property), lang: "und" },
    firmness: modalitiesOf(atlas, edge).map(({ label }) => label),
    origin: wordsOfOrigin(edge),
    places: edge.evidence.map(({ passage }) => {
      const said = atlas.passages.get(passage);
      return { source: said ? nameOfSource(atlas, said.source) : passage, locator: said?.locator ?? null };
    }),
  };
}

/** A stated negative says so first: it must not be read past. */
function wordsOfOrigin(edge: DisplayEdge): readonly string[] {
  const negative = edge.negative ? [edge.derived ? say("negative") : say("stated-negative")] : [];
  const ours = edge.ours ? [say("ours-only")] : [];
  return [...negative, ...(edge.derived ? [say("derived"), ...ours] : edge.ours ? ours : [say("table-from-source")])];
}

export function statementColumns(atlas: Atlas): readonly Column<StatementRow>[] {
  const ranks = new Map([...atlas.modalities.keys()].map((id, index) => [id, index]));
  // A derived statement is as firm as the least firm of what it leans on.
  const rankOf = ({ edge }: StatementRow) => ranks.get((edge.derived ? edge.modalities.at(-1) : edge.modalities[0]) ?? "") ?? ranks.size;
  return [
    { id: "subject", textOf: ({ from }) => from.label },
    { id: "relation", textOf: ({ relation }) => relation.text },
    { id: "object", textOf: ({ to }) => to.label },
    { id: "firmness", textOf: ({ firmness }) => firmness.join("; "), orderOf: rankOf },
    { id: "origin", textOf: ({ origin }) => origin.join("; "), orderOf: ({ edge }) => ORIGINS.indexOf(originOf(edge)) },
    { id: "source", textOf: wordsOfSource },
    { id: "sentence", textOf: ({ edge }) => edge.sentence },
  ];
}

/** In the file source and place stand apart, and each concept goes by its address as well. */
export function statementFileColumns(atlas: Atlas): readonly Column<StatementRow>[] {
  const columns = statementColumns(atlas);
  const column = (id: string) => columns.filter((each) => each.id === id);
  return [
    ...["subject", "relation", "object", "sentence", "firmness", "origin"].flatMap(column),
    { id: "source-alone", textOf: (row) => (row.places.length > 0 ? row.places.map(({ source }) => source).join(" | ") : wordsOfSource(row)) },
    { id: "place", textOf: ({ places }) => places.map(({ locator }) => locator?.text ?? "").join(" | ") },
    { id: "subject-identifier", textOf: ({ from }) => from.iri },
    { id: "relation-identifier", textOf: ({ edge }) => edge.property },
    { id: "object-identifier", textOf: ({ to }) => to.iri },
  ];
}

export function wordsOfSource({ edge, places }: StatementRow): string {
  if (places.length > 0) return places.map(({ source, locator }) => (locator ? `${source}, ${locator.text}` : source)).join("; ");
  return edge.proof ? say("table-by-rule", { rule: edge.proof.rule }) : say("table-no-source");
}

/** What a search in the table looks through: all cells, and the names of both ends in every language. */
export function wordsOfStatement(row: StatementRow): string {
  const said = [row.relation.text, ...row.firmness, ...row.origin, wordsOfSource(row), row.edge.sentence].join("\n");
  return `${wordsOfNode(row.from)}\n${fold(said)}\n${wordsOfNode(row.to)}`;
}
