import assert from "node:assert/strict";
import { test } from "node:test";
import { chooseEnd, EMPTY_BOARD, drawnOn, hint, leftOn, pick, tryLink, turn } from "../src/activities/quiz/board";
import { followLookingUp, isCovered, light, lightOf, uncover } from "../src/activities/quiz/cover";
import { passageOf, saidBetween, saidElsewhere } from "../src/activities/quiz/elsewhere";
import { answer, goOn, goTo, placeOf, sessionOf, skip, start } from "../src/activities/quiz/session";
import { readableBefore } from "../src/activities/quiz/untold";
import { conceptsOf, judgeChoices, judgeLink, linksOf, relationsOf, scoreOf, statementsOf } from "../src/activities/quiz/judging";
import { layOut, type MapEdge, type MapNode } from "../src/activities/quiz/map-layout";
import { itemsOf, MIXED, MIXED_LENGTH, shuffle } from "../src/activities/quiz/runs";
import { effect } from "@preact/signals";
import { openAtlas } from "../src/atlas";
import type { ChoiceItem, MapItem, Quiz, VerdictItem } from "../src/display";
import { hasMessage, LANGUAGES } from "../src/messages";
import { SHAPES } from "../src/shapes";
import { makeState, selectNode } from "../src/state";
import { hostile, overview } from "./worlds";

const atlas = openAtlas(overview);
const text = { en: "…" };
const passages = ["passage:overview-b5"];
const choice: ChoiceItem = {
  id: "c", kind: "choice", ask: text, explain: text, passages, edges: ["e7"],
  choices: [
    { node: "concept:rankl-inhibitor-therapy", verdict: "named" }, { node: "concept:puncture", verdict: "denied" },
    { node: "concept:denosumab", verdict: "not-said" }, { node: "concept:paracentesis", verdict: "named" },
  ],
};
const verdict: VerdictItem = {
  id: "v", kind: "verdict", ask: text, explain: text, passages, edges: [], answer: "denied",
  claim: { subject: "concept:puncture", property: "atlas:treats", object: "concept:bone-metastasis" },
};
const map: MapItem = { id: "m", kind: "map", ask: text, explain: text, passages, given: ["e3"], missing: ["e4", "e5", "e2"] };

test("each choice is answered for itself, and silence is no no", () => {
  const ticked = new Set(["concept:rankl-inhibitor-therapy", "concept:puncture", "concept:denosumab"]);
  assert.deepEqual(judgeChoices(choice, ticked).map(({ outcome }) => outcome), ["named", "denied", "not-said", "missed"]);
  assert.deepEqual(judgeChoices(choice, new Set()).map(({ outcome }) => outcome), ["missed", "denied", "not-said", "missed"]);
});

test("the score counts what was named, and what is worth a second look", () => {
  const all = new Set(["concept:rankl-inhibitor-therapy", "concept:paracentesis"]);
  assert.deepEqual(scoreOf(choice, { kind: "choice", ticked: all }), { named: 2, of: 2, again: false });
  assert.deepEqual(scoreOf(choice, { kind: "choice", ticked: new Set([...all, "concept:denosumab"]) }), { named: 2, of: 2, again: true });
  assert.deepEqual(scoreOf(choice, { kind: "skipped" }), { named: 0, of: 2, again: true });
  assert.deepEqual(scoreOf(verdict, { kind: "verdict", given: "denied" }), { named: 1, of: 1, again: false });
  assert.deepEqual(scoreOf(verdict, { kind: "verdict", given: "not-said" }), { named: 0, of: 1, again: true });
  assert.deepEqual(scoreOf(map, { kind: "map", found: new Set(["e4", "e9"]) }), { named: 1, of: 3, again: true });
  assert.deepEqual(scoreOf(map, undefined), { named: 0, of: 3, again: true });
});

test("a denied claim is answered by the negative that the passage states", () => {
  assert.deepEqual(statementsOf(atlas, verdict).map(({ id }) => id), ["e6"]);
  assert.deepEqual(statementsOf(atlas, choice).map(({ id }) => id), ["e7", "e6"]);
  assert.deepEqual(statementsOf(atlas, { ...verdict, answer: "not-said" }), []);
  assert.deepEqual(statementsOf(atlas, { ...verdict, passages: ["passage:elsewhere"] }), []);
});

test("a link is judged by what the map's passages state", () => {
  const judge = (from: string, property: string, to: string, drawn: readonly string[] = ["e3"]) =>
    judgeLink(atlas, map, new Set(drawn), { from: `concept:${from}`, property: `atlas:${property}`, to: `concept:${to}` });
  assert.deepEqual(judge("puncture", "relieves", "ascites"), { kind: "missing", edge: "e5" });
  assert.deepEqual(judge("puncture", "relieves", "ascites", ["e3", "e5"]), { kind: "there", edge: "e5" });
  assert.deepEqual(judge("ascites", "relieves", "puncture"), { kind: "reverse", edge: "e5" });
  assert.deepEqual(judge("puncture", "causes", "ascites"), { kind: "not-named" });
  assert.deepEqual(judge("puncture", "treats", "bone-metastasis"), { kind: "negative", edge: "e6" });
  assert.deepEqual(judge("paracentesis", "relieves", "ascites"), { kind: "also", edge: "e12" });
  // Derived: no passage states it.
  assert.deepEqual(judge("ascites", "relievedBy", "puncture"), { kind: "not-named" });
  assert.deepEqual(judgeLink(atlas, { ...map, passages: ["passage:elsewhere"] }, new Set(), { from: "concept:puncture", property: "atlas:relieves", to: "concept:ascites" }), { kind: "not-named" });
});

test("the map's concepts, relations and possible links follow from its statements", () => {
  assert.deepEqual(conceptsOf(atlas, map).map((id) => id.slice(8)), ["peritoneal-metastasis", "peritoneum", "damage-to-peritoneum", "ascites", "puncture", "bone-metastasis", "bone"]);
  assert.deepEqual(relationsOf(atlas, map), ["atlas:occursIn", "atlas:causes", "atlas:relieves"]);
  assert.deepEqual(linksOf(atlas, map).map(({ id }) => id), ["e2", "e3", "e4", "e5"]);
});

test("the board takes concepts in turn, and a link when it is named", () => {
  let board = tryLink(EMPTY_BOARD, atlas, map, "atlas:relieves");
  assert.equal(board.message?.kind, "choose");
  board = pick(pick(board, "concept:puncture"), "concept:ascites");
  assert.deepEqual([board.from, board.to], ["concept:puncture", "concept:ascites"]);
  const silent = tryLink(board, atlas, map, "atlas:causes");
  assert.deepEqual([silent.from, silent.found.size], ["concept:puncture", 0]);
  board = tryLink(board, atlas, map, "atlas:relieves");
  assert.deepEqual([board.from, board.to, [...board.found]], ["", "", ["e5"]]);
  assert.deepEqual([...drawnOn(board, map)], ["e3", "e5"]);
  assert.deepEqual(leftOn(board, map), ["e4", "e2"]);
  assert.equal(pick(pick(EMPTY_BOARD, "a"), "a").from, "");
  assert.equal(tryLink({ ...EMPTY_BOARD, from: "a", to: "a" }, atlas, map, "atlas:causes").message?.kind, "same");
});

test("a hint tells a little more each time, and then the link is put in by the learner", () => {
  let board = hint(EMPTY_BOARD, atlas, map);
  assert.deepEqual([board.from, board.to], ["concept:damage-to-peritoneum", ""]);
  board = hint(board, atlas, map);
  assert.equal(board.to, "concept:ascites");
  board = hint(hint(board, atlas, map), atlas, map);
  assert.equal(board.depth, 3);
  assert.deepEqual([...tryLink(board, atlas, map, "atlas:causes").found], ["e4"]);
});

test("the same seed gives the same order", () => {
  const items = Array.from({ length: 30 }, (_, index) => index);
  assert.deepEqual(shuffle(items, 7), shuffle(items, 7));
  assert.notDeepEqual(shuffle(items, 7), shuffle(items, 8));
  assert.deepEqual([...shuffle(items, 7)].sort((a, b) => a - b), items);
});

test("a run holds a quiz's items, or some of all", () => {
  const many: Quiz = { id: "many", title: text, items: Array.from({ length: 20 }, (_, index) => ({ ...verdict, id: `v${index}` })) };
  const quizzes = [...overview.quizzes, many];
  assert.deepEqual(itemsOf(quizzes, "many", { isShuffled: false, seed: 1 }), many.items);
  assert.equal(new Set(itemsOf(quizzes, "many", { isShuffled: true, seed: 1 })).size, 20);
  assert.equal(itemsOf(quizzes, MIXED, { isShuffled: true, seed: 1 }).length, MIXED_LENGTH);
  const places = itemsOf(quizzes, MIXED, { isShuffled: false, seed: 1 }).map((item) => quizzes.flatMap(({ items }) => items).indexOf(item));
  assert.deepEqual(places, [...places].sort((a, b) => a - b));
  assert.deepEqual(itemsOf(quizzes, "unknown", { isShuffled: true, seed: 1 }), []);
});

const LABELS = ["bone", "damage to the peritoneum", "Peritonealkarzinose", "RANK-ligand inhibitor therapy", "organ other than the one of origin", "W".repeat(60)];
const nodesOf = (number: number): readonly MapNode[] =>
  Array.from({ length: number }, (_, index) => ({ id: `n${index}`, label: LABELS[index % LABELS.length]!, shape: SHAPES[index % SHAPES.length]! }));
const link = (from: number, to: number): MapEdge => ({ from: `n${from}`, to: `n${to}` });
const GRAPHS: Readonly<Record<string, readonly MapEdge[]>> = {
  chain: [link(0, 1), link(1, 2), link(2, 3), link(3, 4)], star: [1, 2, 3, 4, 5, 6, 7].map((to) => link(0, to)),
  circle: [link(0, 1), link(1, 2), link(2, 0)], triangle: [link(0, 1), link(1, 2), link(0, 2)], self: [link(0, 0)], none: [],
};

for (const [name, edges] of Object.entries(GRAPHS)) {
  for (const width of [284, 336, 600, 900]) {
    test(`a map overlaps nothing and stays on its paper: ${name}, ${width}`, () => {
      const nodes = nodesOf(8);
      const layout = layOut(nodes, edges, width, (words) => words.length * 7.2);
      assert.deepEqual(layout, layOut(nodes, edges, width, (words) => words.length * 7.2));
      const boxes = [...layout.boxes.values()];
      assert.equal(boxes.length, 8);
      for (const [index, box] of boxes.entries()) {
        assert.ok(box.x - box.width / 2 >= 0 && box.x + box.width / 2 <= width, `${box.x} ${box.width}`);
        assert.ok(box.y - box.height / 2 >= 0 && box.y + box.height / 2 <= layout.height);
        for (const other of boxes.slice(index + 1)) {
          const isApart = Math.abs(box.x - other.x) >= (box.width + other.width) / 2 || Math.abs(box.y - other.y) >= (box.height + other.height) / 2;
          assert.ok(isApart);
        }
      }
    });
  }
}

test("whatever an item can be answered is said in every language", () => {
  const ids = [
    ...["named", "missed", "not-said", "denied"].map((one) => `quiz-outcome-${one}`),
    ...["named", "denied", "not-said"].flatMap((one) => [`quiz-verdict-${one}`, `quiz-answer-${one}-same`, `quiz-answer-${one}-other`]),
    ...["missing", "also", "there", "reverse", "negative", "not-named"].map((one) => `quiz-link-${one}`),
    ...[1, 2, 3].map((depth) => `quiz-hint-${depth}`),
    "quiz-praise-all", "quiz-praise-some", "quiz-praise-start", "quiz-finish", "quiz-next",
  ];
  for (const language of LANGUAGES) assert.deepEqual(ids.filter((id) => !hasMessage(language, id)), [], language);
});

test("hostile data is judged like any other", () => {
  const world = openAtlas(hostile);
  for (const item of hostile.quizzes[0]!.items) {
    assert.ok(statementsOf(world, item).length > 0);
    if (item.kind === "map") assert.equal(judgeLink(world, item, new Set(), { from: "__proto__", property: "constructor", to: "toString" }).kind, "not-named");
  }
});

test("no link leads from a concept to itself, whichever end is chosen last", () => {
  const begun = chooseEnd(EMPTY_BOARD, "from", "concept:ascites");
  assert.equal(begun.from, "concept:ascites");
  for (const [board, end] of [[begun, "to"], [chooseEnd(EMPTY_BOARD, "to", "concept:ascites"), "from"]] as const) {
    const refused = chooseEnd(board, end, "concept:ascites");
    assert.deepEqual([refused[end], refused.message, refused.tries], ["", { kind: "same" }, 1]);
  }
  assert.equal(chooseEnd(begun, "from", "").from, "");
});

test("what may be read before an answer gives nothing of it away", () => {
  const world = openAtlas(overview);
  for (const item of overview.quizzes.flatMap(({ items }) => items)) {
    for (const passage of item.passages) {
      const readable = readableBefore(world, item, passage);
      for (const edge of readable) {
        assert.ok(edge.evidence.some((one) => one.passage === passage), "it stands in the passage");
        if (item.kind === "choice") assert.ok(!item.choices.some(({ node }) => node === edge.from || node === edge.to));
        if (item.kind === "verdict") assert.ok(!item.edges.includes(edge.id) && [edge.from, edge.to].join() !== [item.claim.subject, item.claim.object].join());
        if (item.kind === "map") assert.ok(!item.missing.includes(edge.id));
      }
    }
  }
});

test("a link the wrong way round is turned, and then it is put back", () => {
  const wrong = tryLink(pick(pick(EMPTY_BOARD, "concept:ascites"), "concept:puncture"), atlas, map, "atlas:relieves");
  assert.deepEqual(wrong.message, { kind: "tried", from: "concept:ascites", property: "atlas:relieves", to: "concept:puncture", outcome: { kind: "reverse", edge: "e5" } });
  assert.deepEqual([...turn(wrong, atlas, map).found], ["e5"]);
  assert.equal(turn(EMPTY_BOARD, atlas, map), EMPTY_BOARD);
});

function playing() {
  const state = makeState(atlas, "light");
  const session = sessionOf(state);
  session.isShuffled.value = false;
  start(session, state, "relief");
  state.activity.value = "quiz";
  return { state, session, items: overview.quizzes[0]!.items };
}

test("the map is covered while an item is open, and lit once it is answered", () => {
  const { state, session, items } = playing();
  const stop = effect(() => light(state));
  assert.ok(isCovered(state));
  state.activity.value = "tours";
  assert.ok(!isCovered(state), "leaving the quiz undoes it");
  state.activity.value = "quiz";
  uncover(state);
  assert.ok(!isCovered(state));
  assert.equal(state.emphasis.value, undefined);
  answer(session, items[0]!, { kind: "choice", ticked: new Set() });
  assert.ok(!isCovered(state));
  assert.deepEqual([...state.emphasis.value!.edges], ["e5"]);
  goOn(session);
  assert.ok(isCovered(state), "the next item is open");
  assert.equal(state.lit.value, undefined);
  stop();
});

test("who looks something up while an item is open sees it; what was selected before shows nothing", () => {
  const { state, session } = playing();
  const stop = effect(followLookingUp(state));
  selectNode(state, "concept:ascites");
  assert.ok(!isCovered(state));
  goOn(session);
  assert.ok(isCovered(state));
  stop();
});

test("of a verdict on which nothing is said, what was asked about is lit alone", () => {
  const silent: VerdictItem = { ...verdict, answer: "not-said", edges: [], claim: { subject: "concept:puncture", property: "atlas:causes", object: "concept:bone" } };
  assert.deepEqual(lightOf(atlas, silent), { nodes: new Set(["concept:puncture", "concept:bone"]), edges: new Set() });
  assert.deepEqual([...lightOf(atlas, map)!.edges], ["e3", "e4", "e5", "e2"]);
});

test("the address leads back to the item, with what was answered before", () => {
  const { state, session, items } = playing();
  const first = { quiz: "relief", item: 0, isShuffled: false, seed: 0 };
  assert.deepEqual(placeOf(session, state), first);
  answer(session, items[0]!, { kind: "choice", ticked: new Set() });
  goOn(session);
  skip(session, items[1]!);
  assert.deepEqual(placeOf(session, state), { ...first, item: 2 });
  goTo(session, state, { ...first, item: 1 });
  assert.deepEqual([...session.answers.value.keys()], [items[0]], "what was skipped is asked again");
  goTo(session, state, { ...first, isShuffled: true, seed: 5 });
  assert.equal(session.answers.value.size, 0);
  goOn(session);
  goOn(session);
  goOn(session);
  assert.equal(placeOf(session, state), undefined);
});

test("of a choice that isn't named, what the atlas does say is told, by another passage where there is one", () => {
  const item: ChoiceItem = { ...choice, edges: ["e5"], choices: [{ node: "concept:puncture", verdict: "named" }, { node: "concept:paracentesis", verdict: "not-said" }, { node: "concept:bone", verdict: "not-said" }] };
  const said = saidElsewhere(atlas, item, "concept:paracentesis");
  assert.ok(said.length > 0 && said.every((edge) => !edge.derived && [edge.from, edge.to].includes("concept:paracentesis")));
  assert.deepEqual(saidElsewhere(atlas, { ...item, edges: [] }, "concept:bone"), []);
  assert.deepEqual(saidBetween(atlas, { ...verdict, answer: "not-said" }).map(({ id }) => id), ["e6"]);
  const edge = atlas.edges.get("e5")!;
  assert.equal(passageOf({ ...edge, evidence: [...edge.evidence, { passage: "passage:elsewhere", sentence: null }] }, item), "passage:elsewhere");
  assert.equal(passageOf({ ...edge, evidence: [] }, item), undefined);
});
