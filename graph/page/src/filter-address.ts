/** How much is shown, and of what, as a few short words of the address: `show=all&hide=ours,derived&classes=Organ:none`. */
import type { Atlas } from "./atlas";
import { shortId } from "./atlas";
import { optionsOf } from "./facets";
import { CORE, ORIGINS, type Filter, type Level } from "./filter";

const LEVELS: readonly Level[] = ["core", "all", "none"];
const FACET_NAMES = [["modality", "modalities"], ["source", "sources"]] as const;
const LEVEL_NAMES = ["classes", "properties"] as const;

/** What the atlas doesn't know is left out; what is not named is as at the start. */
export function readFilter(asked: URLSearchParams, atlas: Atlas): Filter {
  const list = (name: string) => (asked.get(name) ?? "").split(",").filter(Boolean);
  const levels = (name: "classes" | "properties") => {
    const known = list(name).length > 0 ? [...atlas[name].keys()] : [];
    return new Map(list(name).flatMap((word) => {
      const colon = word.lastIndexOf(":");
      const [id, level] = [findId(word.slice(0, colon), known), LEVELS.find((each) => each === word.slice(colon + 1))];
      return id !== undefined && level ? [[id, level] as const] : [];
    }));
  };
  const [modalities, sources] = FACET_NAMES.map(([name, facet]) => {
    const known = list(name).length > 0 ? optionsOf(atlas)[facet] : [];
    return new Set(list(name).flatMap((word) => findId(word, known) ?? []));
  });
  const hidden = list("hide");
  return {
    ...CORE, level: asked.get("show") === "all" ? "all" : CORE.level, classes: levels("classes"), properties: levels("properties"),
    stated: !hidden.includes("stated"), ours: !hidden.includes("ours"), derived: !hidden.includes("derived"),
    modalities: modalities!, sources: sources!,
  };
}

/** The parts of the address, in the order of the data, so that the same filter always has the same one. */
export function writeFilter(filter: Filter, atlas: Atlas): readonly string[] {
  const parts = filter.level === "all" ? ["show=all"] : [];
  const add = (name: string, words: readonly string[]) => words.length > 0 && parts.push(`${name}=${words.join(",")}`);
  add("hide", ORIGINS.filter((origin) => !filter[origin]));
  for (const name of LEVEL_NAMES) {
    if (filter[name].size === 0) continue;
    const known = [...atlas[name].keys()];
    add(name, known.flatMap((id) => (filter[name].has(id) ? [`${nameOf(id, known)}:${filter[name].get(id)}`] : [])));
  }
  for (const [name, facet] of FACET_NAMES) {
    if (filter[facet].size === 0) continue;
    const known = optionsOf(atlas)[facet];
    add(name, known.filter((id) => filter[facet].has(id)).map((id) => nameOf(id, known)));
  }
  return parts;
}

function findId(name: string, known: readonly string[]): string | undefined {
  return known.find((id) => id === name) ?? known.find((id) => shortId(id) === name);
}

function nameOf(id: string, known: readonly string[]): string {
  const brief = shortId(id);
  return encodeURIComponent(findId(brief, known) === id ? brief : id);
}
