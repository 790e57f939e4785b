/** What people say, in five languages, on the atlas's own labels: each phrase and the concept that must come first. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { openAtlas } from "../src/atlas";
import type { DisplayNode } from "../src/display";
import { makeSearch } from "../src/search";
import { dropStopWords } from "../src/stop-words";
import { overview } from "./worlds";

const LANGUAGES = ["en", "de", "uk", "es", "fr"] as const;

/** The tests run in `graph/page`. */
function readNodes(): readonly DisplayNode[] {
  const labels = new Map<string, Record<string, string[]>>();
  for (const language of LANGUAGES) {
    const lines = readFileSync(`../../ontology/labels/${language}.trig`, "utf8").split("\n");
    for (const line of lines) {
      const concept = /^ {4}concept:([\w-]+) /.exec(line)?.[1];
      if (!concept) continue;
      const own = labels.get(concept) ?? {};
      labels.set(concept, own);
      const found = [...line.matchAll(/(skos:prefLabel )?"([^"]+)"@/g)];
      for (const [, isPreferred, label] of found) (own[language] ??= [])[isPreferred ? "unshift" : "push"](label!);
    }
  }
  return [...labels].map(([slug, own]) => ({
    ...overview.nodes[0]!, id: `concept:${slug}`, label: own["en"]?.[0] ?? slug, labels: own,
  }));
}

const search = makeSearch(openAtlas({ ...overview, nodes: readNodes(), edges: [] }));
const first = (query: string) => search(query)[0]?.node.replace("concept:", "");

const PHRASES: Readonly<Record<string, readonly string[]>> = {
  "pleural-effusion": [
    "water on the lung", "water in the lung", "fluid in lung", "fluid in the lungs", "Water on the lungs", "pleural effusion", "pleurl effusion", "plural effusion",
    "Wasser in der Lunge", "wasser in lunge", "Pleuraergus", "Erguss", "agua en el pulmón", "agua en los pulmones", "derrame pleural",
    "eau dans le poumon", "eau dans les poumons", "epanchement pleural", "вода в легенях", "рідина в легенях", "плевральний випіт",
  ],
  ascites: [
    "asites", "water in the belly", "water in belly", "fluid in the abdomen", "Wasser im Bauch", "Bauchwasser", "aszites",
    "agua en el vientre", "líquido en el abdomen", "eau dans le ventre", "liquide dans le ventre", "вода в животі", "асцит",
  ],
  "bone-metastasis": [
    "bone mets", "cancer in the bone spread", "bone metastases", "Knochenmetastasen", "Metastasen in den Knochen",
    "metástasis en los huesos", "metastasis osea", "métastases aux os", "metastase osseuse", "метастази в кістках",
  ],
  "brain-metastasis": ["brain mets", "Hirnmetastasen", "metástasis en el cerebro", "métastase au cerveau", "метастази в мозок"],
  "liver-metastasis": ["liver mets", "Lebermetastasen", "metástasis en el hígado", "métastase au foie", "метастази в печінку"],
  "lung-metastasis": ["lung mets", "Lungenmetastase", "metástasis en el pulmón", "métastase au poumon", "метастази в легенях"],
  dyspnoea: ["breathlessness", "short of breath", "Kurzatmigkeit", "falta de aire", "essoufflement", "задишка"],
  "bone-pain": ["bone pain", "pain in the bones", "Knochenschmerzen", "dolor de huesos", "douleur osseuse", "mal aux os", "біль у кістках"],
  "breast-cancer": ["breast cancer", "brest cancer", "Brustkrebs", "cáncer de mama", "cancer de pecho", "cancer du sein", "рак молочної залози"],
  breast: ["breast", "Brust", "sein"],
  bone: ["bone", "Knochen", "hueso", "os", "кістка"],
  radiotherapy: ["radiation", "Bestrahlung", "radioterapia", "rayons", "опромінення"],
  "systemic-chemotherapy": ["chemo", "Chemo", "quimio", "chimio", "хімія"],
};

for (const [concept, phrases] of Object.entries(PHRASES)) {
  test(`phrases for ${concept}`, () => {
    for (const phrase of phrases) assert.equal(first(phrase), concept, phrase);
  });
}

test("weak hits are cut: what meets one word of three is not shown", () => {
  for (const phrase of ["water on the lung", "Wasser in der Lunge", "fluid in lung"]) {
    const hits = search(phrase).map(({ node }) => node);
    assert.ok(hits.length <= 6, `${phrase}: ${hits.join(" ")}`);
    assert.ok(!hits.includes("concept:bone"), phrase);
  }
  assert.deepEqual(search("purple elephant in the garden"), []);
});

test("part of a compound is found, after the word itself", () => {
  assert.ok(search("Metastase").some(({ node }) => node === "concept:liver-metastasis"));
  assert.ok(search("schmerz").some(({ node }) => node === "concept:bone-pain"));
  assert.deepEqual(search("gus"), []);
  assert.equal(first("Lunge"), "lung");
});

test("a query of nothing but stop words still seeks", () => {
  assert.deepEqual(dropStopWords(["in", "the"]), ["in", "the"]);
  assert.deepEqual(dropStopWords(["water", "in", "the", "lung"]), ["water", "lung"]);
});

test("no label is a stop word, and no two concepts are called alike", () => {
  const owners = new Map<string, string>();
  for (const { id, labels } of readNodes()) {
    for (const [language, own] of Object.entries(labels)) {
      for (const label of own) {
        assert.notEqual(dropStopWords([label, "x"]).length, 1, label);
        const key = `${language} ${label.toLowerCase()}`;
        assert.ok(!owners.has(key) || owners.get(key) === id, `${key}: ${id} and ${owners.get(key)}`);
        owners.set(key, id);
      }
    }
  }
});
