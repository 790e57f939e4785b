/** Title, search and theme. */
import { say } from "../messages";
import { PresentButton } from "../presenting/present-button";
import { chooseTheme } from "../theme";
import { LanguageChoice, WordingChoice } from "./choices";
import { useAtlasState } from "./context";
import { Icon } from "./icon";
import { SearchBox } from "./search-box";
import { ViewTabs } from "./view-tabs";

export function Header() {
  const state = useAtlasState();
  const other = state.theme.value === "dark" ? "light" : "dark";
  const name = other === "dark" ? say("to-dark") : say("to-light");
  const isLegendOpen = state.sheet.value === "legend";
  return (
    <div class="header">
      <button
        type="button" class="icon-button legend-toggle" aria-expanded={isLegendOpen} aria-controls="legend"
        aria-label={say("legend")} title={say("legend")} onClick={() => (state.sheet.value = isLegendOpen ? "none" : "legend")}
      >
        <Icon name="legend" />
      </button>
      <h1>{state.atlas.display.title}</h1>
      <SearchBox />
      <div class="settings">
        <LanguageChoice />
        <WordingChoice />
      </div>
      <PresentButton />
      <button type="button" class="icon-button theme" aria-label={name} title={name} onClick={() => chooseTheme(state, other)}>
        <Icon name={other === "dark" ? "moon" : "sun"} />
      </button>
      <ViewTabs />
    </div>
  );
}
