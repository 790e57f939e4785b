/**
 * Words that say nothing of what is sought: articles, prepositions and the like, folded.
 *
 * A short list of our own, because common ones take words away that name something here in another language: "sein" is a
 * breast in French, "os" a bone, "mal" a pain. The language of a query is not known, so all lists hold at once.
 */
const BY_LANGUAGE = {
  en: "a an the of on in to at by for from with into and or is are be that this it its my your his her their what how does do around inside",
  de: "der die das den dem des ein eine einer eines einem einen im in am an auf aus bei bis durch fur gegen mit nach ohne um unter uber vom von vor zum zur zu und oder ist sind wird mein meine meiner meinem was wie",
  es: "el la los las lo un una unos unas de del al a en por para con sin sobre entre y o u e es son que mi su sus como alrededor",
  fr: "le la les l un une des de du d au aux a en dans par pour avec sans sur sous chez entre et ou est sont que qui mon ma mes ses ce cette comme autour",
  uk: "в у на з із зі до від для по за під над при про без через між та і й або це є що як мій моя навколо",
} as const;

const ALL: ReadonlySet<string> = new Set(Object.values(BY_LANGUAGE).flatMap((words) => words.split(" ")));

/** What is left to seek; all of it, where nothing else would be left. */
export function dropStopWords(words: readonly string[]): readonly string[] {
  const left = words.filter((word) => !ALL.has(word));
  return left.length > 0 ? left : words;
}
