/** The language of page and texts, and clinical or plain wording. */
import { asLanguage, language, LANGUAGES, say } from "../messages";
import { useAtlasState } from "./context";
import { nameOfLanguage } from "./languages";

export function LanguageChoice() {
  return (
    <label class="choice">
      <span class="visually-hidden">{say("language-label")}</span>
      <select value={language.value} onChange={(event) => (language.value = asLanguage(event.currentTarget.value) ?? "en")}>
        {LANGUAGES.map((code) => <option key={code} value={code} lang={code}>{nameOfLanguage(code)}</option>)}
      </select>
    </label>
  );
}

export function WordingChoice() {
  const { wording } = useAtlasState();
  return (
    <div class="amount wording" role="group" aria-label={say("wording-label")}>
      {(["clinical", "plain"] as const).map((one) => (
        <button key={one} type="button" aria-pressed={wording.value === one} onClick={() => (wording.value = one)}>
          {say(`wording-${one}`)}
        </button>
      ))}
    </div>
  );
}
