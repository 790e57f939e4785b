import assert from "node:assert/strict";
import { test } from "node:test";
import { learnBreaks, softly, wrap } from "../src/wrapping";

const letters = (text: string): number => text.length;

learnBreaks(["kno\u00adchen\u00adme\u00adta\u00adstase", "gesund\u00adheits\u00adstö\u00adrung", "intra\u00adpé\u00adri\u00adto\u00adnéale"]);

test("a known word is broken where its language breaks it, about in the middle", () => {
  assert.deepEqual(wrap("Knochenmetastase", 12, letters), ["Knochen-", "metastase"]);
  assert.deepEqual(wrap("Gesundheitsstörung", 14, letters), ["Gesundheits-", "störung"]);
});

test("a plural breaks as its singular does", () => {
  assert.deepEqual(wrap("Gesundheitsstörungen", 14, letters), ["Gesundheits-", "störungen"]);
});

test("brackets around a word don't hide it", () => {
  assert.deepEqual(wrap("(intrapéritonéale)", 12, letters), ["(intrapé-", "ritonéale)"]);
});

test("a narrow line takes more parts, and a word that nobody knows is broken evenly", () => {
  assert.deepEqual(wrap("Gesundheitsstörung", 8, letters), ["Gesund-", "heits-", "störung"]);
  assert.deepEqual(wrap("abcdefghijkl", 8, letters), ["abcdef-", "ghijkl"]);
});

test("a word that fits isn't broken", () => {
  assert.deepEqual(wrap("Knochenmetastase", 16, letters), ["Knochenmetastase"]);
});

test("the browser is told where a very long word breaks, and nothing else", () => {
  assert.equal(softly("Gesundheitsstörung"), "Gesund\u00adheits\u00adstö\u00adrung");
  assert.equal(softly("unbekannteswortdaslangist"), "unbekannteswortdaslangist");
  assert.equal(softly("Intervention"), "Intervention");
});
