import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { localise, textIn } from "../src/localise";
import { hasMessage, LANGUAGES, sayIn } from "../src/messages";
import { overview } from "./worlds";

const folder = path.join(process.cwd(), "src");

async function sources(): Promise<readonly string[]> {
  const names = await readdir(folder, { recursive: true });
  return Promise.all(names.filter((name) => /\.tsx?$/.test(name)).map((name) => readFile(path.join(folder, name), "utf8")));
}

async function idsOf(language: string): Promise<readonly string[]> {
  const files = await readdir(path.join(folder, "messages", language));
  const texts = await Promise.all(files.map((file) => readFile(path.join(folder, "messages", language, file), "utf8")));
  return texts.flatMap((text) => [...text.matchAll(/^([a-z][\w-]*) =/gm)].map((match) => match[1]!));
}

test("every message that is said is there", async () => {
  const said = (await sources()).flatMap((text) => [...text.matchAll(/\bsay\("([^"]+)"/g)].map((match) => match[1]!));
  assert.ok(said.length > 50);
  assert.deepEqual(said.filter((id) => !hasMessage("en", id)), []);
});

test("every catalogue has the same messages, and none twice", async () => {
  const english = [...(await idsOf("en"))].sort();
  for (const language of LANGUAGES) {
    const ids = [...(await idsOf(language))].sort();
    assert.deepEqual(ids, english, language);
    assert.equal(new Set(ids).size, ids.length, language);
  }
});

test("counts are said as each language counts", () => {
  assert.equal(sayIn("en", "count-concepts", { number: 1 }), "1 concept");
  assert.equal(sayIn("en", "count-concepts", { number: 2 }), "2 concepts");
  assert.notEqual(sayIn("uk", "count-concepts", { number: 2 }).replace("2", ""), sayIn("uk", "count-concepts", { number: 5 }).replace("5", ""));
});

test("a display in another language is the same but for its texts", () => {
  const german = localise(overview, "de");
  assert.equal(german.nodes[7]!.label, "Aszites");
  assert.equal(german.nodes[7]!.id, overview.nodes[7]!.id);
  assert.equal(german.nodes[6], overview.nodes[6]);
  assert.equal(overview.nodes[7]!.label, "ascites");
});

test("what is missing falls back to English, and says so", () => {
  assert.deepEqual(textIn({ en: "one", de: "eins" }, "de"), { text: "eins", lang: "de" });
  assert.deepEqual(textIn({ en: "one" }, "de"), { text: "one", lang: "en" });
});
