import assert from "node:assert/strict";
import { test } from "node:test";
import { openAtlas } from "../src/atlas";
import { CORE, EVERYTHING, findShown } from "../src/filter";
import { NOTHING } from "../src/hash";
import { conceptColumns, makeConceptRows, wordsOfConcept } from "../src/views/table/concept-rows";
import { defuse, writeCsv } from "../src/views/table/csv";
import { cutPage, findRows, nextSort, PAGE_SIZE, sortRows, type Column } from "../src/views/table/listing";
import { makeStatementRows, statementColumns, statementFileColumns, wordsOfStatement } from "../src/views/table/statement-rows";
import { ATTACK, hostile, overview } from "./worlds";

const atlas = openAtlas(overview);
const everything = findShown(atlas, EVERYTHING, NOTHING);
const rows = makeStatementRows(atlas, everything.edges);
const columns = statementColumns(atlas);
const headed = <Row>(of: readonly Column<Row>[]) => of.map((column) => ({ ...column, heading: column.id }));

test("the table lists what the filter lets through, and each statement once", () => {
  assert.deepEqual(rows.map(({ id }) => id), [...everything.edges]);
  assert.ok(!rows.some(({ id }) => atlas.mirrors.has(id)));
  const core = makeStatementRows(atlas, findShown(atlas, CORE, NOTHING).edges);
  assert.ok(core.length < rows.length);
});

test("any column sorts, up and down", () => {
  for (const { id, textOf, orderOf } of columns) {
    const sorted = sortRows(rows, columns, { column: id, isDescending: false }, "en").map((row) => orderOf?.(row) ?? textOf(row));
    const expected = [...sorted].sort((a, b) => (typeof a === "number" ? a - Number(b) : a.localeCompare(String(b), "en")));
    assert.deepEqual(sorted, expected, id);
  }
  const down = sortRows(rows, columns, { column: "subject", isDescending: true }, "en");
  assert.equal(down[0]!.from.label, "therapy with a RANK ligand inhibitor");
});

test("the firmest comes first, and a derived statement is as firm as the least firm of its premises", () => {
  const firm = sortRows(rows, columns, { column: "firmness", isDescending: false }, "en");
  assert.equal(firm.at(-1)!.id, "e12");
  const weak = { ...rows[0]!, edge: { ...rows[0]!.edge, derived: true, modalities: ["atlas:asserted", "atlas:possible"] } };
  const order = columns.find(({ id }) => id === "firmness")!.orderOf!;
  assert.equal(order(weak), 1);
});

test("what is empty comes last whichever way it is sorted", () => {
  const column: Column<{ text: string }> = { id: "text", textOf: ({ text }) => text };
  const texts = (isDescending: boolean) => sortRows([{ text: "" }, { text: "b" }, { text: "a" }], [column], { column: "text", isDescending }, "en").map(({ text }) => text);
  assert.deepEqual(texts(false), ["a", "b", ""]);
  assert.deepEqual(texts(true), ["b", "a", ""]);
});

test("a heading sorts upwards first, then downwards", () => {
  const once = nextSort({ column: "subject", isDescending: false }, "object");
  assert.deepEqual(once, { column: "object", isDescending: false });
  assert.deepEqual(nextSort(once, "object"), { column: "object", isDescending: true });
});

test("words are found in every column and in every language, all of them in one row", () => {
  const found = (query: string) => findRows(rows, query, wordsOfStatement).map(({ id }) => id);
  assert.deepEqual(found("  "), rows.map(({ id }) => id));
  assert.deepEqual(found("bauchwasser PUNKTION"), ["e5"]);
  assert.deepEqual(found("молочної"), ["e1"]);
  assert.deepEqual(found("metastasis osea bullet 3"), ["e7"]);
  assert.deepEqual(found("stated negative"), ["e6"]);
  assert.deepEqual(found("no such thing"), []);
});

test("concepts say how many statements mention them, and their other names", () => {
  const concepts = makeConceptRows(atlas, findShown(atlas, CORE, NOTHING), "plain");
  const ascites = concepts.find(({ id }) => id === "concept:ascites")!;
  assert.equal(ascites.definition!.text, "Too much water in the belly.");
  assert.deepEqual([ascites.shown, ascites.all], [2, 3]);
  assert.deepEqual(ascites.names, [{ language: "en", labels: ["fluid in the belly"] }, { language: "de", labels: ["Aszites", "Bauchwasser"] }]);
  assert.deepEqual(findRows(concepts, "belly", wordsOfConcept), [ascites]);
  const byNumber = sortRows(concepts, conceptColumns(), { column: "number", isDescending: true }, "en").map(({ shown }) => shown);
  assert.deepEqual(byNumber, [...byNumber].sort((a, b) => b - a));
});

test("a page holds so many rows, and no page lies beyond the last", () => {
  const many = Array.from({ length: 2 * PAGE_SIZE + 1 }, (_, index) => index);
  assert.deepEqual({ ...cutPage(many, 9), rows: 0 }, { rows: 0, number: 2, last: 2, from: 201, to: 201 });
  assert.deepEqual(cutPage(many, -1).rows, many.slice(0, PAGE_SIZE));
  assert.deepEqual(cutPage([], 3), { rows: [], number: 0, last: 0, from: 0, to: 0 });
});

test("a spreadsheet calculates nothing of a file", () => {
  assert.deepEqual(["=1+1", "+1", "-1", "@x", "\tx", "\rx", "ascites", ""].map(defuse), ["'=1+1", "'+1", "'-1", "'@x", "'\tx", "'\rx", "ascites", ""]);
  const column = [{ id: "a", heading: "=A", textOf: (text: string) => text }];
  assert.equal(writeCsv(['=HYPERLINK("x")', "a,b", "c\nd"], column), "\uFEFF'=A\r\n\"'=HYPERLINK(\"\"x\"\")\"\r\n\"a,b\"\r\n\"c\nd\"\r\n");
});

test("the file says all that the table says", () => {
  const text = writeCsv(rows, headed(statementFileColumns(atlas)));
  assert.equal(text.trimEnd().split("\r\n").length, rows.length + 1);
  assert.ok(text.includes("puncture,relieves,ascites,Puncture relieves ascites,said plainly,"));
  assert.ok(text.includes("https://w3id.org/metastasis-atlas/concept/ascites"));
});

test("a hostile world's cells are its texts, and a place that isn't described has its id", () => {
  const world = openAtlas({ ...hostile, passages: [], modalities: [], properties: [] });
  const strange = makeStatementRows(world, new Set(["e5"]));
  assert.ok(strange[0]!.from.label.startsWith(ATTACK));
  assert.deepEqual(strange[0]!.places, [{ source: "passage:overview-b5", locator: null }]);
  assert.equal(strange[0]!.relation.text, "relieves");
});

test("five thousand statements are listed at once", () => {
  const many = Array.from({ length: 5000 }, (_, index) => ({ ...rows[index % rows.length]!, id: String(index) }));
  // The processor's time, since the clock goes on while others have it.
  const start = process.cpuUsage();
  const sorted = sortRows(many, columns, { column: "object", isDescending: true }, "de");
  assert.equal(findRows(sorted, "ascites", wordsOfStatement).length > 0, true);
  assert.ok(process.cpuUsage(start).user < 1_000_000);
});
