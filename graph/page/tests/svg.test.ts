import assert from "node:assert/strict";
import { test } from "node:test";
import { headOf } from "../src/activities/take-away/arrow-heads";
import { scaleOf } from "../src/activities/take-away/download";
import { drawPathway } from "../src/activities/take-away/pathway-svg";
import { frame } from "../src/activities/take-away/picture";
import { drawLegend, legendOf } from "../src/activities/take-away/picture-legend";
import { element, escape, text } from "../src/activities/take-away/svg-writer";
import { lookOfEdges, type Scene } from "../src/appearance";
import { openAtlas } from "../src/atlas";
import { makeBoxes, moveApart } from "../src/boxes";
import { assignClassStyles, styleOf } from "../src/class-styles";
import type { Display } from "../src/display";
import { CORE, findShown } from "../src/filter";
import { NOTHING } from "../src/hash";
import { routeEdges } from "../src/routes";
import { ATTACK, hostile, overview } from "./worlds";

const measure = (words: string) => words.length * 7;

function sceneOf(display: Display): Scene {
  const atlas = openAtlas(display);
  const styles = assignClassStyles(display.classes);
  const shown = findShown(atlas, CORE, NOTHING);
  const boxes = moveApart(makeBoxes(atlas, styles, measure), (id) => shown.nodes.has(id));
  const routes = routeEdges([...shown.edges].map((id) => atlas.edges.get(id)!), boxes, (id) => styleOf(styles, atlas.nodes.get(id)!.class).shape);
  return { atlas, styles, boxes, routes, shown, emphasis: undefined, selection: NOTHING, theme: "light", columns: [], isStaged: false };
}

function pictureOf(display: Display): string {
  const { body, bounds } = drawPathway(sceneOf(display), [], [{ x: 0, words: ATTACK }]);
  const inside = { svg: element("g", {}, ...body), width: bounds.right - bounds.left, height: bounds.bottom - bounds.top };
  const { atlas, styles, shown } = sceneOf(display);
  const occurring = { classes: new Set(display.classes.map(({ id }) => id)), edges: shown.edges };
  return frame(inside, "light", { title: display.title, subject: `${ATTACK} & more`, notes: "For education", legend: legendOf(atlas, styles, "light", occurring) }, measure).svg;
}

/** Tags opened and closed in order, and nothing else that looks like markup. */
function checkNesting(svg: string): ReadonlySet<string> {
  const open: string[] = [];
  const names = new Set<string>();
  for (const [, end, name, , alone] of svg.matchAll(/<(\/?)([a-z]+)((?:\s[a-zA-Z:-]+="[^"<]*")*)(\/?)>/g)) {
    names.add(name!);
    if (end) assert.equal(open.pop(), name);
    else if (!alone) open.push(name!);
  }
  assert.deepEqual(open, []);
  assert.equal(svg.replace(/<\/?[a-z]+(?:\s[a-zA-Z:-]+="[^"<]*")*\/?>/g, "").search(/[<>]/), -1);
  return names;
}

test("whatever stands in a label stays text", () => {
  const svg = pictureOf(hostile);
  const names = checkNesting(svg);
  for (const name of names) assert.ok(["svg", "title", "desc", "rect", "text", "g", "path"].includes(name), name);
  assert.doesNotMatch(svg.replace(/>[^<]*</g, "><"), /\son[a-z]+=|javascript:|href/);
  assert.match(svg, /&lt;img src=x/);
});

test("what XML can't hold is left out", () => {
  assert.equal(escape("a\u0000b\u000bc\ud800d\ufffe<&\"'>é😀"), "abcd&lt;&amp;&quot;&#39;&gt;é😀");
  assert.equal(element("text", { x: 1.23456, y: undefined, "on click": "no" }, text("<b>")).markup, '<text x="1.23">&lt;b&gt;</text>');
  assert.throws(() => element("script onload=x", {}));
});

test("every shown concept and statement is in the picture, as text and as a line", () => {
  const scene = sceneOf(overview);
  const svg = pictureOf(overview);
  for (const id of scene.shown.nodes) for (const line of scene.boxes.get(id)!.lines) assert.ok(svg.includes(`>${escape(line)}<`), line);
  const lines = lookOfEdges(scene).filter(({ hidden }) => !hidden).length;
  assert.equal([...svg.matchAll(/<path d="M[^"]*C[^"]*" stroke=/g)].length, lines);
  assert.doesNotMatch(svg, /<image|base64/);
  assert.match(svg, /For education/);
});

test("an arrow's head points where its line arrives, and the line ends behind it", () => {
  const [from, to] = [{ x: 0, y: 0 }, { x: 100, y: 0 }];
  const route = { from, to, parts: [{ from, via: [{ x: 30, y: 0 }, { x: 70, y: 0 }] as const, to }] };
  for (const kind of ["arrow", "vee", "circle", "diamond", "box"]) {
    const { lineEnd, outline } = headOf(route, kind, 2, 0.6, 100);
    assert.ok(lineEnd.x < 100 && lineEnd.x > 80 && Math.abs(lineEnd.y) < 1e-6, kind);
    assert.match(outline, /^M[-\d.,LAZ ]+$/);
  }
  assert.deepEqual(headOf(route, "bar", 2, 0.9, 100).lineEnd, to);
});

test("a picture is twice as fine as the screen unless it would be too large", () => {
  assert.equal(scaleOf({ width: 1200, height: 800 }), 2);
  const scale = scaleOf({ width: 9000, height: 6000 });
  assert.ok(9000 * scale <= 8192 && 9000 * scale * 6000 * scale <= 40_000_001);
});

test("the legend of a picture tells what occurs in it, and nothing else", () => {
  const { atlas, styles } = sceneOf(overview);
  const words = (classes: readonly string[], edges: readonly string[]) =>
    legendOf(atlas, styles, "light", { classes: new Set(classes), edges: new Set(edges) }).map((item) => item.words);
  assert.deepEqual(words([], []), []);
  assert.deepEqual(words(["atlas:Organ"], ["e6"]), ["Organ", "Negative", "Stated in a source"]);
  assert.deepEqual(words([], ["e9"]), ["Place", "Derived by a rule (dashed)"]);
  assert.ok(words([], ["e12"]).includes("Our own addition (dotted)"));
});

test("the legend's rows lie within their room, below each other", () => {
  const { atlas, styles, shown } = sceneOf(overview);
  const items = legendOf(atlas, styles, "dark", { classes: new Set(overview.classes.map(({ id }) => id)), edges: shown.edges });
  const { svg, height } = drawLegend(items, { x: 24, y: 100, room: 500, size: 13, ink: "#000" }, measure);
  const places = svg.map(({ markup }) => /translate\(([\d.]+) ([\d.]+)\)/.exec(markup)!.slice(1).map(Number) as [number, number]);
  places.forEach(([x, y], index) => {
    assert.ok(x >= 24 && x + 34 + measure(items[index]!.words) <= 524.1 && y >= 100 && y < 100 + height);
    const after = places[index + 1];
    if (after && after[1] === y) assert.ok(after[0] > x + 34 + measure(items[index]!.words));
  });
  assert.ok(new Set(places.map(([, y]) => y)).size > 1);
});
