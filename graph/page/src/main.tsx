/** Starts the page: data in, state made, everything shown. */
import { render } from "preact";
import "./styles.css";
import "./screens.css";
import { followAddress } from "./address";
import { openAtlas } from "./atlas";
import { App } from "./components/app";
import { StateContext } from "./components/context";
import { readDisplay } from "./display";
import { followPrinting } from "./printing";
import { makeState } from "./state";
import { say } from "./messages";
import { followLanguage, followTheme, initialTheme } from "./theme";

function start(root: HTMLElement): void {
  const atlas = openAtlas(readDisplay(document.getElementById("atlas-data")?.textContent));
  const state = makeState(atlas, initialTheme());
  followTheme(state);
  followLanguage();
  followAddress(state);
  followPrinting(state);
  render(<StateContext.Provider value={state}><App /></StateContext.Provider>, root);
}

const root = document.getElementById("app");
if (root) {
  try {
    start(root);
  } catch (error) {
    render(<p class="broken" role="alert">{say("broken")} {error instanceof Error ? error.message : String(error)}</p>, root);
  }
}
