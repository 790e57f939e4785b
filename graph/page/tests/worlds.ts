/** Two small worlds that the tests and the preview share: one from the overview, one that is hostile. */
import type { Display, DisplayEdge, DisplayNode } from "../src/display";

const CONCEPT = "https://w3id.org/metastasis-atlas/concept/";

function node(slug: string, label: string, kind: string, x: number, y: number, more: Partial<DisplayNode> = {}): DisplayNode {
  return {
    id: `concept:${slug}`, iri: CONCEPT + slug, label, lang: "en", class: `atlas:${kind}`, definition: `What ${label} is, for clinicians.`,
    plain: null, x, y, core: true, ours: false, labels: { en: [label] }, mappings: [], facts: [], ...more,
  };
}

function edge(id: string, from: string, property: string, to: string, sentence: string, more: Partial<DisplayEdge> = {}): DisplayEdge {
  return {
    id, from: `concept:${from}`, to: `concept:${to}`, property, sentence, lang: "en", modalities: ["atlas:asserted"], ours: false, derived: false, negative: false, core: true,
    evidence: [{ passage: "passage:overview-b5", sentence: `${sentence}.`, note: null }], proof: null, ...more,
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
    plain: "Too much water in the belly.",
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
      { passage: "passage:overview-b5", sentence: "Therapy with a RANK ligand inhibitor treats bone metastasis.", note: null },
      { passage: "passage:overview-b3", sentence: "It is possible that it treats bone metastasis.", note: null },
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
  format: 2, title: "Metastasis Atlas", version: "0.1.0", language: "en", languages: ["en", "de", "uk", "es", "fr"],
  disclaimer: "For education, not medical advice.", licence: "CC BY 4.0", review: "Not reviewed by a clinician.",
  classes: kinds.map(([id, label, shape, hue]) => ({
    id: `atlas:${id}`, label, lang: "en", shape, hue, count: count(nodes, (each) => each.class === `atlas:${id}`),
  })),
  properties: verbs.map(([id, label, meaning]) => ({ id, label, lang: "en", meaning, count: count(edges, (each) => each.property === id) })),
  modalities: [
    { id: "atlas:asserted", label: "stated", lang: "en", explanation: "The passage says so without reserve." },
    { id: "atlas:possible", label: "possible", lang: "en", explanation: "The passage says that it can be." },
    { id: "atlas:editorial", label: "our own addition", lang: "en", explanation: "No source says it." },
  ],
  sources: [{ id: "source:overview", title: "Overview", citation: "A public page. Publisher not stated.", url: null, licence: "not stated" }],
  passages: [
    { id: "passage:overview-b5", source: "source:overview", locator: "bullet 5", modality: "atlas:asserted", review: "not reviewed by a clinician", note: null },
    { id: "passage:overview-b3", source: "source:overview", locator: "bullet 3", modality: "atlas:possible", review: "not reviewed by a clinician", note: "A note." },
  ],
  nodes, edges,
  layers: [
    { label: "Tumour", x: 0 }, { label: "Routes", x: 240 }, { label: "Sites", x: 480 }, { label: "Metastases", x: 720 },
    { label: "Conditions", x: 960 }, { label: "Interventions", x: 1200 }, { label: "Agents", x: 1440 },
  ],
  network: {
    nodes: nodes.map(({ id, x, y }) => ({ id, x, y })),
    edges: edges.map(({ id, from, to }) => ({ id, from, to })),
  },
};

export const ATTACK = '<img src=x onerror="window.attacked=true">';
const SCRIPT = "</script><script>window.attacked=true</script>";

/** The overview with an attack in every text, id and address. */
export const hostile: Display = {
  ...overview,
  title: `${ATTACK}${SCRIPT}`, disclaimer: ATTACK, licence: SCRIPT, review: ATTACK, version: SCRIPT,
  classes: overview.classes.map((each) => ({ ...each, label: `${each.label} ${ATTACK}`, shape: "__proto__", hue: "constructor" })),
  properties: overview.properties.map((each) => ({ ...each, label: `${each.label} ${SCRIPT}`, meaning: "toString" as never })),
  modalities: overview.modalities.map((each) => ({ ...each, label: ATTACK, explanation: SCRIPT })),
  sources: overview.sources.map((each) => ({ ...each, title: ATTACK, citation: SCRIPT, url: "javascript:window.attacked=true", licence: ATTACK })),
  passages: overview.passages.map((each) => ({ ...each, locator: ATTACK, review: SCRIPT, note: ATTACK })),
  nodes: overview.nodes.map((each) => ({
    ...each, label: `${ATTACK} ${each.label}`, definition: SCRIPT, plain: ATTACK,
    labels: { en: [`${ATTACK} ${each.label}`], [SCRIPT]: [ATTACK] },
    mappings: [{ curie: ATTACK, iri: "javascript:window.attacked=true", label: SCRIPT, relation: ATTACK }],
    facts: [[ATTACK, SCRIPT]],
  })),
  edges: overview.edges.map((each) => ({
    ...each, sentence: `${each.sentence} ${SCRIPT}`,
    evidence: each.evidence.map((evidence) => ({ ...evidence, sentence: ATTACK })),
    proof: each.proof && { ...each.proof, rule: ATTACK, explanation: SCRIPT },
  })),
  layers: overview.layers.map((each) => ({ ...each, label: `${each.label} ${ATTACK}` })),
};
