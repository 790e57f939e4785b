/** Two small worlds that the tests and the preview share: one from the overview, one that is hostile. */
import type { Display, DisplayEdge, DisplayNode, Text } from "../src/display";

const inEnglish = (text: string): Text => ({ text, lang: "en" });

const CONCEPT = "https://w3id.org/metastasis-atlas/concept/";

function node(slug: string, label: string, kind: string, x: number, y: number, more: Partial<DisplayNode> = {}): DisplayNode {
  return {
    id: `concept:${slug}`, iri: CONCEPT + slug, label, lang: "en", class: `atlas:${kind}`, definition: inEnglish(`What ${label} is, for clinicians.`),
    plain: null, x, y, core: true, ours: false, forms: [], labels: { en: [label] }, mappings: [], facts: [], ...more,
  };
}

function edge(id: string, from: string, property: string, to: string, sentence: string, more: Partial<DisplayEdge> = {}): DisplayEdge {
  return {
    id, from: `concept:${from}`, to: `concept:${to}`, property, sentence, lang: "en", modalities: ["atlas:asserted"], quantifier: null, ours: false, derived: false, negative: false, core: true,
    evidence: [{ passage: "passage:overview-b5", sentence: `${sentence}.` }], proof: null, ...more,
  };
}

const nodes: readonly DisplayNode[] = [
  node("breast-cancer", "breast cancer", "Disease", 0, 120, {
    labels: { en: ["breast cancer"], de: ["Brustkrebs", "Mammakarzinom"], uk: ["рак молочної залози"], fr: ["cancer du sein"] },
  }),
  node("haematogenous-spread", "spread through the blood", "SpreadRoute", 240, 120),
  node("bone", "bone", "Organ", 480, 0, { labels: { en: ["bone"], de: ["Knochen"] } }),
  node("peritoneum", "peritoneum", "Organ", 480, 200),
  node("bone-metastasis", "bone metastasis", "MetastasisType", 720, 0, { labels: { en: ["bone metastasis"], es: ["metástasis ósea"] } }),
  node("peritoneal-metastasis", "peritoneal metastasis", "MetastasisType", 720, 200),
  node("damage-to-peritoneum", "damage to the peritoneum", "Condition", 960, 200),
  node("ascites", "ascites", "Condition", 960, 300, {
    plain: inEnglish("Too much water in the belly."),
    labels: { en: ["ascites", "fluid in the belly"], de: ["Aszites", "Bauchwasser"] },
    mappings: [{ curie: "HP:0001541", iri: "http://purl.obolibrary.org/obo/HP_0001541", label: "Ascites", relation: "exact match" }],
    facts: [["first named", "in antiquity"]],
  }),
  node("puncture", "puncture", "LocalTherapy", 1200, 300, { labels: { en: ["puncture"], de: ["Punktion"] } }),
  node("denosumab", "denosumab", "Agent", 1440, 0),
  node("rankl-inhibitor-therapy", "therapy with a RANK ligand inhibitor", "SystemicTherapy", 1200, 0),
  node("paracentesis", "paracentesis", "LocalTherapy", 1440, 300, { core: false, ours: true }),
];

const edges: readonly DisplayEdge[] = [
  edge("e1", "breast-cancer", "atlas:spreadsVia", "haematogenous-spread", "Breast cancer spreads via spread through the blood"),
  edge("e2", "bone-metastasis", "atlas:occursIn", "bone", "Bone metastasis occurs in bone"),
  edge("e3", "peritoneal-metastasis", "atlas:occursIn", "peritoneum", "Peritoneal metastasis occurs in peritoneum"),
  edge("e4", "damage-to-peritoneum", "atlas:causes", "ascites", "Damage to the peritoneum causes ascites"),
  edge("e5", "puncture", "atlas:relieves", "ascites", "Puncture relieves ascites"),
  edge("e6", "puncture", "atlas:doesNotDestroy", "bone-metastasis", "Puncture does not destroy bone metastasis", { negative: true }),
  edge("e7", "rankl-inhibitor-therapy", "atlas:treats", "bone-metastasis", "Therapy with a RANK ligand inhibitor treats bone metastasis", {
    modalities: ["atlas:asserted", "atlas:possible"],
    evidence: [
      { passage: "passage:overview-b5", sentence: "Therapy with a RANK ligand inhibitor treats bone metastasis." },
      { passage: "passage:overview-b3", sentence: "It is possible that it treats bone metastasis." },
    ],
  }),
  edge("e8", "rankl-inhibitor-therapy", "atlas:usesAgent", "denosumab", "Therapy with a RANK ligand inhibitor uses denosumab"),
  edge("e9", "rankl-inhibitor-therapy", "atlas:addressesSite", "bone", "Therapy with a RANK ligand inhibitor addresses bone", {
    derived: true, core: false, evidence: [],
    proof: { rule: "addresses site", lang: "en", explanation: "What treats a metastasis addresses the site where it occurs.", premises: ["e7", "e2"] },
  }),
  edge("e10", "ascites", "atlas:relievedBy", "puncture", "Ascites is relieved by puncture", {
    derived: true, core: false, evidence: [],
    proof: { rule: "inverse", lang: "en", explanation: "The same, the other way round.", premises: ["e5"] },
  }),
  edge("e11", "paracentesis", "skos:broader", "puncture", "Paracentesis is a kind of puncture", { core: false }),
  edge("e12", "paracentesis", "atlas:relieves", "ascites", "Our own addition: paracentesis relieves ascites", { core: false, ours: true, modalities: ["atlas:editorial"] }),
];

function count<T>(items: readonly T[], isCounted: (item: T) => boolean): number {
  return items.filter(isCounted).length;
}

const kinds = [
  ["Disease", "disease", "octagon", "red"], ["SpreadRoute", "route of spread", "chevron", "violet"],
  ["Organ", "organ", "ellipse", "amber"], ["MetastasisType", "type of metastasis", "hexagon", "pink"],
  ["Condition", "condition", "rounded", "orange"], ["LocalTherapy", "local therapy", "bar", "green"],
  ["SystemicTherapy", "systemic therapy", "frame", "teal"], ["Agent", "agent", "pill", "blue"],
] as const;

const verbs = [
  ["atlas:spreadsVia", "spreads via", "spread"], ["atlas:occursIn", "occurs in", "place"], ["atlas:causes", "causes", "cause"],
  ["atlas:treats", "treats", "treatment"], ["atlas:relieves", "relieves", "relief"], ["atlas:relievedBy", "relieved by", "relief"],
  ["atlas:doesNotDestroy", "does not destroy", "negative"], ["atlas:usesAgent", "uses", "other"],
  ["atlas:addressesSite", "addresses", "place"], ["skos:broader", "kind of", "kind"],
] as const;

export const overview: Display = {
  format: 4, excerpt: null, title: "Metastasis Atlas", version: "0.1.0", language: "en", languages: ["en", "de", "uk", "es", "fr"],
  classes: kinds.map(([id, label, shape, hue]) => ({
    id: `atlas:${id}`, label, lang: "en", shape, hue, count: count(nodes, (each) => each.class === `atlas:${id}`),
  })),
  properties: verbs.map(([id, label, meaning]) => ({ id, label, lang: "en", meaning, count: count(edges, (each) => each.property === id) })),
  modalities: [
    { id: "atlas:asserted", label: "said plainly", lang: "en", explanation: "The passage says so without reserve." },
    { id: "atlas:possible", label: "possible", lang: "en", explanation: "The passage says that it can be." },
    { id: "atlas:editorial", label: "our own addition", lang: "en", explanation: "No source says it." },
  ],
  sources: [{ id: "source:overview", title: "Overview", citation: "A public page. Publisher not stated.", url: null, licence: "not stated", kind: "public web page", publisher: null, review: inEnglish("not reviewed by a clinician") }],
  passages: [
    { id: "passage:overview-b5", source: "source:overview", locator: inEnglish("bullet 5"), modality: "atlas:asserted", review: inEnglish("not reviewed by a clinician"), note: null },
    { id: "passage:overview-b3", source: "source:overview", locator: inEnglish("bullet 3"), modality: "atlas:possible", review: inEnglish("not reviewed by a clinician"), note: inEnglish("A note.") },
  ],
  nodes, edges,
  breaks: [],
  layers: [
    { id: "cancer", x: 0 }, { id: "other", x: 240 }, { id: "sites", x: 480 }, { id: "metastases", x: 720 },
    { id: "conditions", x: 960 }, { id: "interventions", x: 1200 }, { id: "drugs", x: 1440 },
  ],
  tours: [{
    id: "ascites", title: { en: "From the peritoneum to ascites", de: "Vom Peritoneum zum Aszites" }, about: { en: "What one sees" },
    steps: [
      { title: { en: "The damage" }, view: "pathway", focus: "concept:damage-to-peritoneum", passages: ["passage:overview-b5"], text: { en: "It causes ascites." } },
      { title: { en: "The relief" }, view: "focus", focus: "concept:puncture", passages: ["passage:overview-b5"], text: { en: "Puncture relieves it.", de: "Punktion lindert ihn." } },
    ],
  }],
  quizzes: [{
    id: "relief", title: { en: "Relief" },
    items: [
      {
        id: "what-relieves", kind: "choice", ask: { en: "What relieves ascites here?" }, explain: { en: "The passage says so." },
        passages: ["passage:overview-b5"], edges: ["e5"],
        choices: [{ node: "concept:puncture", verdict: "named" }, { node: "concept:denosumab", verdict: "not-said" }],
      },
      {
        id: "does-it-destroy", kind: "verdict", ask: { en: "Does puncture destroy bone metastasis?" }, explain: { en: "It says no." },
        passages: ["passage:overview-b5"], edges: [], answer: "denied",
        claim: { subject: "concept:puncture", property: "atlas:treats", object: "concept:bone-metastasis" },
      },
      {
        id: "map", kind: "map", ask: { en: "Put the links back." }, explain: { en: "So they were." },
        passages: ["passage:overview-b5"], given: ["e3"], missing: ["e4", "e5"],
      },
    ],
  }],
  translations: {
    de: { nodes: { 7: { label: "Aszites", lang: "de" } }, edges: { 4: { sentence: "Punktion lindert Aszites", lang: "de" } } },
  },
};

export const ATTACK = '<img src=x onerror="window.attacked=true">';
const SCRIPT = "</script><script>window.attacked=true</script>";

const attacked = { en: `${ATTACK}${SCRIPT}`, [ATTACK]: SCRIPT };

/** The overview with an attack in every text, id and address. */
export const hostile: Display = {
  ...overview,
  title: `${ATTACK}${SCRIPT}`, version: SCRIPT,
  classes: overview.classes.map((each) => ({ ...each, label: `${each.label} ${ATTACK}`, shape: "__proto__", hue: "constructor" })),
  properties: overview.properties.map((each) => ({ ...each, label: `${each.label} ${SCRIPT}`, meaning: "toString" as never })),
  modalities: overview.modalities.map((each) => ({ ...each, label: ATTACK, explanation: SCRIPT })),
  sources: overview.sources.map((each) => ({ ...each, title: ATTACK, citation: SCRIPT, url: "javascript:window.attacked=true", licence: ATTACK, kind: SCRIPT, publisher: ATTACK, review: inEnglish(SCRIPT) })),
  passages: overview.passages.map((each) => ({ ...each, locator: inEnglish(ATTACK), review: inEnglish(SCRIPT), note: inEnglish(ATTACK) })),
  nodes: overview.nodes.map((each) => ({
    ...each, label: `${ATTACK} ${each.label}`, definition: inEnglish(SCRIPT), plain: { text: ATTACK, lang: ATTACK },
    labels: { en: [`${ATTACK} ${each.label}`], [SCRIPT]: [ATTACK] },
    mappings: [{ curie: ATTACK, iri: "javascript:window.attacked=true", label: SCRIPT, relation: ATTACK }],
    facts: [[ATTACK, SCRIPT]],
  })),
  edges: overview.edges.map((each) => ({
    ...each, sentence: `${each.sentence} ${SCRIPT}`,
    evidence: each.evidence.map((evidence) => ({ ...evidence, sentence: ATTACK })),
    proof: each.proof && { ...each.proof, rule: ATTACK, explanation: SCRIPT },
  })),
  tours: overview.tours.map((tour) => ({
    ...tour, title: attacked, about: attacked, steps: tour.steps.map((step) => ({ ...step, title: attacked, text: attacked, passages: [ATTACK, ...step.passages] })),
  })),
  quizzes: overview.quizzes.map((quiz) => ({
    ...quiz, title: attacked, items: quiz.items.map((item) => ({ ...item, ask: attacked, explain: attacked })),
  })),
  translations: { de: { title: ATTACK, nodes: { 7: { label: SCRIPT } }, __proto__: { polluted: SCRIPT } as never } },
};
