/** A text of a tour, marked where it is in another language than the page. */
import { langOf } from "../../components/languages";
import { FallbackMark } from "../../components/text-in";
import type { Texts } from "../../display";
import { textIn } from "../../localise";
import { language } from "../../messages";

export function Told({ texts }: { texts: Texts }) {
  const { text, lang } = textIn(texts, language.value);
  return <><span lang={langOf(lang)}>{text}</span><FallbackMark lang={lang} /></>;
}
