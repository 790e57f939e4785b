/** Title, search and theme. */
import { TEXTS } from "../texts";
import { chooseTheme } from "../theme";
import { useAtlasState } from "./context";
import { Icon } from "./icon";
import { SearchBox } from "./search-box";

export function Header() {
  const state = useAtlasState();
  const other = state.theme.value === "dark" ? "light" : "dark";
  const name = other === "dark" ? TEXTS.toDark : TEXTS.toLight;
  const isLegendOpen = state.sheet.value === "legend";
  return (
    <div class="header">
      <button
        type="button" class="icon-button legend-toggle" aria-expanded={isLegendOpen} aria-controls="legend"
        aria-label={TEXTS.legend} title={TEXTS.legend} onClick={() => (state.sheet.value = isLegendOpen ? "none" : "legend")}
      >
        <Icon name="legend" />
      </button>
      <h1>{state.atlas.display.title}</h1>
      <SearchBox />
      <button type="button" class="icon-button" aria-label={name} title={name} onClick={() => chooseTheme(state, other)}>
        <Icon name={other === "dark" ? "moon" : "sun"} />
      </button>
    </div>
  );
}
