/** Light or dark: as the system prefers until the reader chooses, then as chosen. */
import { effect } from "@preact/signals";
import { language } from "./messages";
import type { Theme } from "./palette";
import type { State } from "./state";

const KEY = "metastasis-atlas theme";
const dark = () => matchMedia("(prefers-color-scheme: dark)");

export function initialTheme(): Theme {
  const chosen = remembered();
  return chosen ?? (dark().matches ? "dark" : "light");
}

/** The document says which language its words are in. */
export function followLanguage(): void {
  effect(() => {
    document.documentElement.lang = language.value;
  });
}

export function followTheme(state: State): void {
  dark().addEventListener("change", ({ matches }) => {
    if (!remembered()) state.theme.value = matches ? "dark" : "light";
  });
  effect(() => {
    document.documentElement.dataset["theme"] = state.theme.value;
  });
}

export function chooseTheme(state: State, theme: Theme): void {
  state.theme.value = theme;
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // A browser that keeps nothing for files: the choice holds until the page is closed.
  }
}

function remembered(): Theme | undefined {
  try {
    const theme = localStorage.getItem(KEY);
    return theme === "light" || theme === "dark" ? theme : undefined;
  } catch {
    return undefined;
  }
}
