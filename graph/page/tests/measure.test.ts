import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { findRefusal } from "../src/engine/measure";
import { sayFault } from "../src/activities/sparql/saying";

type Part = string | readonly [text: string, times: number];
interface Case {
  readonly query: readonly Part[];
  readonly verdict: string;
  /** What only the page says. */
  readonly page?: string;
}

/** Python's measure is held to the same table. */
const measures = JSON.parse(readFileSync(path.join(process.cwd(), "../../tests/data/measures.json"), "utf8")) as {
  readonly sentences: Readonly<Record<string, string>>;
  readonly cases: readonly Case[];
};

const writeOut = (parts: readonly Part[]) => parts.map((part) => (typeof part === "string" ? part : part[0].repeat(part[1]))).join("");

test("each query has the verdict that it has in Python, in the same words", () => {
  assert.ok(measures.cases.length > 60);
  for (const { query, verdict, page } of measures.cases) {
    const text = writeOut(query);
    const fault = findRefusal(text);
    assert.equal(fault ? sayFault(fault) : "", measures.sentences[page ?? verdict] ?? "", text.slice(0, 120));
  }
});

test("a text is measured in time that grows with it alone", () => {
  for (const text of ["a.".repeat(100_000), "'''".repeat(60_000), '"'.repeat(200_001), "<".repeat(200_000), `e:${".".repeat(200_000)}`, "1<a>".repeat(9_000)]) {
    const begun = performance.now();
    findRefusal(text);
    assert.ok(performance.now() - begun < 20_000, text.slice(0, 10));
  }
});
