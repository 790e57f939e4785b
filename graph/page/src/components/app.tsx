/** The page's frame: header, legend, canvas, details. */
import { useEffect } from "preact/hooks";
import { clearSelection } from "../state";
import { useAtlasState } from "./context";
import { Details } from "./details";
import { Footer } from "./footer";
import { Header } from "./header";
import { Legend } from "./legend";
import { PathwayView } from "./pathway-view";
import { SkipLinks } from "./skip-links";
import { Status } from "./status";

export function App() {
  const state = useAtlasState();
  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      if (state.selection.value.kind !== "none") clearSelection(state);
      else state.sheet.value = "none";
    };
    addEventListener("keydown", leave);
    return () => removeEventListener("keydown", leave);
  }, [state]);
  return (
    <div class="frame" data-sheet={state.sheet.value} data-selected={state.selection.value.kind}>
      <SkipLinks />
      <Header />
      <Legend />
      <PathwayView />
      <Details />
      <Footer />
      <Status />
    </div>
  );
}
