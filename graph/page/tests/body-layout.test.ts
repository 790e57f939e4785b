import assert from "node:assert/strict";
import { test } from "node:test";
import { bodySites } from "../src/views/body/drawing/body-drawing";
import { layOutChain, type ChainInput } from "../src/views/body/chain-layout";
import { arcBeside, bendBetween, spreadPorts } from "../src/views/body/line-paths";
import { bringIntoSight, HOME, MOST_ZOOM, panBy, zoomBy } from "../src/views/body/map-camera";
import { layOutOverview, placeNear, REACH, type SiteText } from "../src/views/body/overview-layout";
import { nextStop } from "../src/views/body/roving";
import type { Type } from "../src/views/body/text-fit";

const type: Type = { size: 13, measure: (text) => text.length * 7 };

interface Area { readonly left: number; readonly top: number; readonly width: number; readonly height: number }

function assertApart(areas: readonly Area[], within: { readonly width: number; readonly height: number }) {
  areas.forEach((one, index) => {
    assert.ok(one.left >= 0 && one.top >= 0 && one.left + one.width <= within.width + 0.5 && one.top + one.height <= within.height + 0.5, JSON.stringify(one));
    for (const other of areas.slice(index + 1)) {
      const isApart = one.left + one.width <= other.left || other.left + other.width <= one.left || one.top + one.height <= other.top + 1e-6 || other.top + other.height <= one.top + 1e-6;
      assert.ok(isApart, `${JSON.stringify(one)} ${JSON.stringify(other)}`);
    }
  });
}

const sites: readonly SiteText[] = bodySites.map(({ slug }) => ({
  slug, label: `${slug.replaceAll("-", " ")} with a long name`, rows: [{ id: `${slug} 1`, label: "a metastasis there" }, { id: `${slug} 2`, label: "some damage" }],
}));

test("labels of all sites fit beside the figure, whatever the size; what doesn't fit is said more briefly", () => {
  for (const [width, height] of [[1168, 740], [1648, 900], [800, 700], [640, 480], [390, 560], [320, 400], [256, 230]] as const) {
    const overview = layOutOverview(sites, { width, height }, type);
    assert.equal(overview.labels.length, sites.length);
    assertApart(overview.labels, overview);
  }
  assert.equal(layOutOverview(sites.slice(0, 4), { width: 1168, height: 740 }, type).wordiness, "names");
  assert.notEqual(layOutOverview(sites, { width: 1168, height: 500 }, type).wordiness, "names");
});

test("rows of a label are large enough to hit and lie within it", () => {
  const { labels } = layOutOverview(sites.slice(0, 5), { width: 1168, height: 740 }, type);
  for (const { rows, height } of labels) {
    for (const row of rows) assert.ok(row.height >= 24 && row.top + row.height <= height);
  }
});

const chain: ChainInput = {
  columns: ["sites", "metastases", "conditions", "interventions"].map((id) => ({ id, label: id })),
  nodes: [
    { id: "lung", slug: "lung", label: "lung", column: "sites", padding: 8 }, { id: "pleura", slug: "pleura", label: "pleura", column: "sites", padding: 8 },
    ...["m1", "m2", "m3"].map((id) => ({ id, slug: undefined, label: `metastasis ${id}`, column: "metastases", padding: 12 })),
    ...["c1", "c2"].map((id) => ({ id, slug: undefined, label: `condition ${id}`, column: "conditions", padding: 8 })),
    ...["i1", "i2", "i3", "i4"].map((id) => ({ id, slug: undefined, label: `a longer intervention ${id}`, column: "interventions", padding: 8 })),
  ],
  edges: [
    ["e1", "m1", "lung"], ["e2", "m2", "pleura"], ["e3", "m2", "c1"], ["e4", "c2", "c1"], ["e5", "i1", "c1"], ["e6", "i2", "m1"], ["e7", "i3", "lung"], ["e8", "i4", "m3"],
  ].map(([id, from, to]) => ({ id: id!, from: from!, to: to! })),
  others: bodySites.slice(4).map(({ slug }) => ({ slug, label: slug })),
};

test("cards and chips of a chain lie apart and within the scene", () => {
  for (const [width, height] of [[795, 730], [1275, 900], [640, 400], [1168, 500]] as const) {
    const scene = layOutChain(chain, { width, height }, type);
    assertApart([...scene.cards, ...scene.chips], scene);
    assert.equal(scene.cards.length, chain.nodes.length);
    assert.equal(scene.lines.length, chain.edges.length);
    assert.ok(scene.chips.every((chip) => chip.height >= 24));
  }
});

test("a line that passes a column goes around its cards", () => {
  const scene = layOutChain(chain, { width: 1000, height: 700 }, type);
  const line = scene.lines.find(({ id }) => id === "e7")!;
  const ends = [...line.path.matchAll(/(-?[\d.]+),(-?[\d.]+)(?=C|$)/g)].map((match) => [Number(match[1]), Number(match[2])] as const);
  for (const [x, y] of ends.slice(1, -1)) {
    assert.ok(!scene.cards.some((card) => x > card.left && x < card.left + card.width && y > card.top && y < card.top + card.height));
  }
  assert.equal(ends.length, 6);
});

test("heads point to what is spoken of", () => {
  assert.deepEqual(bendBetween([0, 0], [], [100, 50]).head, { x: 100, y: 50, way: 1 });
  assert.deepEqual(bendBetween([100, 0], [], [0, 50]).head, { x: 0, y: 50, way: -1 });
  assert.deepEqual(arcBeside([10, 0], [10, 40], 50).head, { x: 10, y: 40, way: -1 });
  const card = { id: "a", left: 0, top: 0, width: 100, height: 40 };
  const ports = spreadPorts([{ line: "low", card, side: "right", towards: 90 }, { line: "high", card, side: "right", towards: 10 }]);
  assert.ok(ports.get("high a")![1] < ports.get("low a")![1]);
});

test("the camera enlarges about a point, never leaves the scene and comes home", () => {
  const size = { width: 400, height: 300 };
  const near = zoomBy(HOME, 2, size, { x: 100, y: 100 });
  assert.deepEqual(near, { x: -100, y: -100, scale: 2 });
  assert.deepEqual(panBy(near, 999, 999, size), { x: 0, y: 0, scale: 2 });
  assert.deepEqual(panBy(near, -999, -999, size), { x: -400, y: -300, scale: 2 });
  assert.deepEqual(zoomBy(near, 0.1, size), HOME);
  assert.equal(zoomBy(HOME, 99, size).scale, MOST_ZOOM);
  assert.deepEqual(bringIntoSight(HOME, { x: 9, y: 9 }, size), HOME);
  const far = bringIntoSight(near, { x: 390, y: 290 }, size);
  assert.ok(390 * 2 + far.x <= size.width && 290 * 2 + far.y <= size.height);
});

test("arrow keys, Home and End move among many, other keys don't", () => {
  assert.equal(nextStop(1, 5, "ArrowDown"), 2);
  assert.equal(nextStop(0, 5, "ArrowLeft"), 0);
  assert.equal(nextStop(2, 5, "End"), 4);
  assert.equal(nextStop(2, 5, "Home"), 0);
  assert.equal(nextStop(2, 5, "Tab"), undefined);
  assert.equal(nextStop(-1, 5, "Home"), undefined);
});

test("the figure stays nearly as large when something is selected", () => {
  const before = (width: number, height: number) => layOutOverview(sites, { width, height }, type).figure.scale;
  // Beside the figure, 376 pixels go to the details.
  assert.ok(layOutChain(chain, { width: 1275, height: 906 }, type).figure.scale > 0.97 * before(1651, 906));
  assert.ok(layOutChain(chain, { width: 795, height: 734 }, type).figure.scale > 0.8 * before(1171, 734));
});

test("in a low window the figure is broad, within its bounds, and what is looked at is in sight", () => {
  for (const size of [{ width: 195, height: 190 }, { width: 195, height: 500 }, { width: 128, height: 120 }]) {
    for (const slugs of [["lung"], ["skin", "brain"], ["bone"], []]) {
      const { y, scale } = placeNear(new Set(slugs), size);
      assert.ok(scale * 2 * REACH <= size.width && y <= 0 && y + 860 * scale >= Math.min(size.height, 860 * scale) - 1e-6);
      for (const site of bodySites.filter(({ slug }) => slugs.includes(slug))) {
        const at = y + site.anchor[1] * scale;
        assert.ok(at > 0 && at < size.height, `${site.slug} in ${size.width}x${size.height}`);
      }
    }
  }
  assert.ok(placeNear(new Set(["lung"]), { width: 195, height: 190 }).scale > 2 * (190 / 860));
});
