/** A query put together by choosing: only what the data says can be chosen, so every choice has an answer. */
import type { Atlas } from "../../atlas";
import type { DisplayEdge } from "../../display";

/** Sought is what stands first in a statement, or what stands last. */
export type Sought = "subject" | "object";

export interface Choice {
  readonly sought: Sought;
  /** Of which class the answers are; "" is any. */
  readonly class: string;
  readonly property: string;
  readonly concept: string;
  /** Whether each answer comes with the passages that say so. */
  readonly hasPassages: boolean;
}

/** Where the atlas has it, else what comes first. */
export const FIRST_CHOICE: Choice = {
  sought: "subject", class: "atlas:Intervention", property: "atlas:treats", concept: "concept:bone-metastasis", hasPassages: true,
};

export interface Offer {
  readonly classes: readonly string[];
  readonly properties: readonly string[];
  readonly concepts: readonly string[];
  /** How many concepts the answer holds. */
  readonly answers: number;
}

/** The classes that a class stands for: itself and, from below, what it is a kind of; ids as the display has them. */
export type ClassesAbove = (id: string) => readonly string[];

interface Claim {
  readonly answer: string;
  readonly classes: readonly string[];
  readonly property: string;
  readonly concept: string;
}

function listClaims(atlas: Atlas, { sought, hasPassages }: Choice, above: ClassesAbove): readonly Claim[] {
  const isOffered = (edge: DisplayEdge) => !hasPassages || edge.evidence.length > 0;
  return [...atlas.edges.values()].filter(isOffered).map((edge) => {
    const [answer, concept] = sought === "subject" ? [edge.from, edge.to] : [edge.to, edge.from];
    const own = atlas.nodes.get(answer)!.class;
    return { answer, concept, property: edge.property, classes: [own, ...above(own)] };
  });
}

/** A choice that has become impossible gives way to the first possible one, from the left to the right. */
export function settle(atlas: Atlas, choice: Choice, above: ClassesAbove): { readonly choice: Choice; readonly offer: Offer } {
  const claims = listClaims(atlas, choice, above);
  const classes = distinct(claims.flatMap((claim) => claim.classes));
  const chosenClass = classes.includes(choice.class) ? choice.class : "";
  const ofClass = claims.filter((claim) => chosenClass === "" || claim.classes.includes(chosenClass));
  const properties = distinct(ofClass.map(({ property }) => property));
  const property = properties.includes(choice.property) ? choice.property : (properties[0] ?? "");
  const ofProperty = ofClass.filter((claim) => claim.property === property);
  const concepts = distinct(ofProperty.map(({ concept }) => concept));
  const concept = concepts.includes(choice.concept) ? choice.concept : (concepts[0] ?? "");
  const answers = distinct(ofProperty.filter((claim) => claim.concept === concept).map(({ answer }) => answer)).length;
  return { choice: { ...choice, class: chosenClass, property, concept }, offer: { classes, properties, concepts, answers } };
}

function distinct(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)];
}

/** `write` gives a term as SPARQL writes it; `isAlone` says that a class has no kinds. */
export function writeQuery(choice: Choice, write: (id: string) => string, isAlone: (id: string) => boolean): string {
  const concept = write(choice.concept);
  const [first, last] = choice.sought === "subject" ? ["?found", concept] : [concept, "?found"];
  const pattern = `${first} ${write(choice.property)} ${last}`;
  const ofClass = choice.class === "" ? "" : `  ?found a${isAlone(choice.class) ? "" : "/rdfs:subClassOf*"} ${write(choice.class)} .\n`;
  if (!choice.hasPassages) return `SELECT DISTINCT ?found\nWHERE {\n  ${pattern} .\n${ofClass}}\nORDER BY ?found\n`;
  return (
    `SELECT ?found ?passage ?modality\nWHERE {\n  GRAPH ?passage { ${pattern} }\n` +
    `  ?passage a atlas:Passage ; atlas:modality ?modality .\n${ofClass}}\nORDER BY ?found ?passage\n`
  );
}
