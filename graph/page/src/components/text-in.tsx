/** A text with the language that it is in: what is missing in the page's language stands in English, and says so. */
import type { Text } from "../display";
import { language, say } from "../messages";
import { langOf } from "./languages";

export function TextIn({ text }: { text: Text }) {
  return <span><span lang={langOf(text.lang)}>{text.text}</span><FallbackMark lang={text.lang} /></span>;
}

export function FallbackMark({ lang }: { lang: string }) {
  return lang === "en" && language.value !== "en" ? <span class="fallback"> {say("fallback")}</span> : null;
}
