/** A text of a quiz in the page's language, or in English, which it says. */
import { FallbackMark } from "../../components/text-in";
import { langOf } from "../../components/languages";
import type { DisplayNode, Texts } from "../../display";
import { textIn } from "../../localise";
import { language } from "../../messages";

export function TextsIn({ texts }: { texts: Texts }) {
  const { text, lang } = textIn(texts, language.value);
  return <><span lang={langOf(lang)}>{text}</span><FallbackMark lang={lang} /></>;
}

export function ConceptName({ id, node }: { id: string; node: DisplayNode | undefined }) {
  return <span lang={node && langOf(node.lang)}>{node?.label ?? id}</span>;
}
