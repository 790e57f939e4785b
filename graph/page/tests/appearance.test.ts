import assert from "node:assert/strict";
import { test } from "node:test";
import { lookOfEdges, lookOfNodes, type Scene } from "../src/appearance";
import { openAtlas } from "../src/atlas";
import { makeBoxes, moveApart } from "../src/boxes";
import { assignClassStyles } from "../src/class-styles";
import type { Display, DisplayEdge } from "../src/display";
import { CORE, EVERYTHING, findEmphasis, findShown } from "../src/filter";
import { NOTHING, type Selection } from "../src/hash";
import { HUES, MEANINGS, paperOf, tintOf, type Theme } from "../src/palette";
import { routeEdges } from "../src/routes";
import { hostile, overview } from "./worlds";

function sceneOf(display: Display, selection: Selection = NOTHING, filter = CORE, theme: Theme = "light"): Scene {
  const atlas = openAtlas(display);
  const styles = assignClassStyles(display.classes);
  const shown = findShown(atlas, filter, selection);
  const boxes = moveApart(makeBoxes(atlas, styles, (text) => text.length * 7), (id) => shown.nodes.has(id));
  const routes = routeEdges(atlas.edges.values(), boxes, (id) => styles.get(atlas.nodes.get(id)!.class)!.shape);
  return { atlas, styles, boxes, routes, shown, emphasis: findEmphasis(atlas, shown, selection), selection, theme, columns: [], isStaged: false };
}

const edgeLook = (scene: Scene, id: string) => lookOfEdges(scene).find((edge) => edge.id === id)!;
const nodeLook = (scene: Scene, id: string) => lookOfNodes(scene).find((node) => node.id === id)!;

test("the same scene always looks the same, and looking changes nothing", () => {
  const scene = sceneOf(overview);
  const before = JSON.stringify(overview);
  assert.deepEqual(lookOfNodes(scene), lookOfNodes(scene));
  assert.deepEqual(lookOfEdges(scene), lookOfEdges(scene));
  assert.equal(JSON.stringify(overview), before);
});

test("what is not shown is hidden, not gone", () => {
  assert.equal(nodeLook(sceneOf(overview), "concept:paracentesis").hidden, true);
  assert.equal(nodeLook(sceneOf(overview, NOTHING, EVERYTHING), "concept:paracentesis").hidden, false);
});

test("derived edges are dashed, stated ones are not", () => {
  const scene = sceneOf(overview, NOTHING, EVERYTHING);
  assert.ok(Array.isArray(edgeLook(scene, "e9").dashes));
  assert.equal(edgeLook(scene, "e7").dashes, false);
});

test("our own additions are dotted, nodes and edges alike", () => {
  const scene = sceneOf(overview, NOTHING, EVERYTHING);
  assert.notDeepEqual(edgeLook(scene, "e12").dashes, edgeLook(scene, "e9").dashes);
  assert.ok(Array.isArray(edgeLook(scene, "e12").dashes));
  assert.ok(nodeLook(scene, "concept:paracentesis").dots.length > 0);
  assert.equal(nodeLook(scene, "concept:puncture").dots.length, 0);
});

test("what nobody says outright is drawn thinner, stated or derived", () => {
  const width = (more: Partial<DisplayEdge>) => {
    const edges = overview.edges.map((edge) => (edge.id === "e5" ? { ...edge, ...more } : edge));
    return edgeLook(sceneOf({ ...overview, edges }), "e5").width as number;
  };
  const [firm, hedged] = [["atlas:asserted"], ["atlas:possible"]];
  assert.ok(width({ modalities: hedged }) < width({ modalities: firm }));
  assert.equal(width({ modalities: ["atlas:asserted", "atlas:possible"] }), width({ modalities: firm }));
  assert.ok(width({ derived: true, modalities: ["atlas:asserted", "atlas:possible"] }) < width({ derived: true, modalities: firm }));
});

test("a negative is red, thick and ends in a bar, whatever its property's meaning", () => {
  for (const theme of ["light", "dark"] as const) {
    const look = edgeLook(sceneOf(overview, NOTHING, CORE, theme), "e6");
    assert.equal((look.color as { color: string }).color, paperOf(theme).negative);
    assert.equal((look.arrows as { to: { type: string } }).to.type, "bar");
    assert.ok((look.width as number) > (edgeLook(sceneOf(overview), "e5").width as number));
  }
});

test("the selection dims all else", () => {
  const scene = sceneOf(overview, { kind: "node", id: "concept:ascites" });
  assert.equal(nodeLook(scene, "concept:ascites").alpha, 1);
  assert.ok(nodeLook(scene, "concept:ascites").ring);
  assert.equal(nodeLook(scene, "concept:puncture").alpha, 1);
  assert.ok(nodeLook(scene, "concept:bone").alpha < 0.5);
  assert.equal(nodeLook(scene, "concept:bone").ring, undefined);
});

test("every class has a pair of colour and shape of its own, also when the data asks for nonsense", () => {
  for (const { classes } of [overview, hostile, { classes: overview.classes.map((each) => ({ ...each, shape: "box", hue: "red" })) }]) {
    const styles = [...assignClassStyles(classes).values()].map(({ hue, shape }) => `${hue} ${shape}`);
    assert.equal(new Set(styles).size, classes.length);
  }
});

test("hostile meanings, shapes and hues fall back", () => {
  const scene = sceneOf(hostile, NOTHING, EVERYTHING);
  assert.equal(lookOfNodes(scene).length, hostile.nodes.length);
  assert.equal((edgeLook(scene, "e5").color as { color: string }).color, tintOf("slate", "light").line);
});

test("an edge keeps its colour under the mouse and when it is chosen", () => {
  for (const look of lookOfEdges(sceneOf(overview))) {
    const { color, hover, highlight } = look.color as Record<string, string>;
    assert.deepEqual([hover, highlight], [color, color]);
  }
});

test("text and outlines have contrast in both themes", () => {
  for (const theme of ["light", "dark"] as const) {
    const { paper, ink, faint, ring, negative } = paperOf(theme);
    for (const hue of HUES) {
      const { line, fill } = tintOf(hue, theme);
      assert.ok(contrast(ink, fill) >= 7, `${theme} ${hue}: ink on fill`);
      assert.ok(contrast(line, paper) >= 3, `${theme} ${hue}: line on paper`);
      assert.ok(contrast(line, fill) >= 3, `${theme} ${hue}: line on fill`);
    }
    for (const text of [ink, faint, negative]) assert.ok(contrast(text, paper) >= 4.5, `${theme} ${text}`);
    assert.ok(contrast(ring, paper) >= 7);
  }
});

test("meanings that share a colour differ in their arrow heads", () => {
  const styles = Object.values(MEANINGS).map(({ hue, head }) => `${hue} ${head}`);
  assert.equal(new Set(styles).size, styles.length);
});

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const share = parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
