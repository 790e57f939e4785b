/** Plain wording: concepts bear their lay label where they have one; sentences stay as the sources' words are told. */
import { openAtlas, type Atlas } from "./atlas";
import type { DisplayNode } from "./display";
import type { Wording } from "./hash";

export function inWording(atlas: Atlas, wording: Wording): Atlas {
  if (wording === "clinical" || !atlas.display.nodes.some(({ plainLabel }) => plainLabel)) return atlas;
  const { language } = atlas.display;
  return openAtlas({ ...atlas.display, nodes: atlas.display.nodes.map((node) => tellPlainly(node, language)) });
}

function tellPlainly(node: DisplayNode, language: string): DisplayNode {
  const { plainLabel, label, lang } = node;
  return plainLabel ? { ...node, label: plainLabel, lang: language, clinical: { text: label, lang } } : node;
}
