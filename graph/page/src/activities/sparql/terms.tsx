/** A term of an answer: a concept is a link into the map; everything else is text. */
import type { Atlas } from "../../atlas";
import { useAtlasState } from "../../components/context";
import { langOf } from "../../components/languages";
import { shorten, type Prefixes } from "../../engine/prefixes";
import type { Row, Term } from "../../engine/protocol";
import type { DisplayNode } from "../../display";
import { selectNode } from "../../state";
import { prefixesOf } from "./asking";

const XSD = "http://www.w3.org/2001/XMLSchema#";

/** What a class, a property, a modality, the place of a passage is called. */
interface Name {
  readonly label: string;
  readonly lang: string;
}

/** How an answer's terms are written and found in the map. */
export interface Reading {
  readonly nodes: ReadonlyMap<string, DisplayNode>;
  readonly names: ReadonlyMap<string, Name>;
  readonly prefixes: Prefixes;
  /** Blank nodes have no name of their own: they are counted. */
  readonly blanks: ReadonlyMap<string, number>;
}

export function makeReading(atlas: Atlas, prefixes: Prefixes, rows: readonly Row[]): Reading {
  const nodes = new Map([...atlas.nodes.values()].map((node) => [node.iri, node]));
  const named = [...atlas.classes.values(), ...atlas.properties.values(), ...atlas.modalities.values()];
  const names = new Map<string, Name>(named.map((one) => [one.id, one]));
  for (const { id, locator } of atlas.passages.values()) if (locator) names.set(id, { label: locator.text, lang: locator.lang });
  const blanks = new Map<string, number>();
  for (const row of rows) {
    for (const term of Object.values(row)) {
      if (term?.type === "bnode" && typeof term.value === "string" && !blanks.has(term.value)) blanks.set(term.value, blanks.size + 1);
    }
  }
  return { nodes, names, prefixes, blanks };
}

/** A term as text, for order and search. */
export function textOf(term: Term | undefined, reading: Reading): string {
  if (!term) return "";
  if (typeof term.value !== "string") {
    const { subject, predicate, object } = term.value;
    return `<< ${[subject, predicate, object].map((one) => textOf(one, reading)).join(" ")} >>`;
  }
  if (term.type === "bnode") return `_:b${reading.blanks.get(term.value) ?? ""}`;
  if (term.type !== "uri") return term.value;
  const curie = shorten(term.value, reading.prefixes);
  return reading.nodes.get(term.value)?.label ?? reading.names.get(curie ?? term.value)?.label ?? curie ?? term.value;
}

export function TermCell({ term, reading }: { term: Term | undefined; reading: Reading }) {
  const state = useAtlasState();
  if (!term) return <span class="sparql-unbound" aria-hidden="true">–</span>;
  const node = term.type === "uri" && typeof term.value === "string" ? reading.nodes.get(term.value) : undefined;
  if (node) {
    return (
      <button type="button" class="cell-button" tabIndex={-1} title={node.id} onClick={() => selectNode(state, node.id)}>
        <span class="linked" lang={langOf(node.lang)}>{node.label}</span>
      </button>
    );
  }
  if (term.type === "literal" && typeof term.value === "string") return <LiteralCell term={term} text={term.value} />;
  const name = typeof term.value === "string" ? reading.names.get(shorten(term.value, prefixesOf(state)) ?? "") : undefined;
  const written = typeof term.value === "string" && term.type === "uri" ? (shorten(term.value, reading.prefixes) ?? term.value) : textOf(term, reading);
  return <span class="sparql-iri">{name && <span lang={langOf(name.lang)}>{name.label} </span>}<code>{written}</code></span>;
}

function LiteralCell({ term, text }: { term: Term; text: string }) {
  const tongue = term["xml:lang"];
  const type = term.datatype?.startsWith(XSD) ? `xsd:${term.datatype.slice(XSD.length)}` : term.datatype;
  return (
    <span>
      <span lang={tongue && langOf(tongue)}>{text}</span>
      {tongue && <code class="sparql-tag">@{tongue}</code>}
      {type && type !== "xsd:string" && <code class="sparql-tag">{type}</code>}
    </span>
  );
}
