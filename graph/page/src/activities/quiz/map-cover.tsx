/** What stands in the place of the map while it would give the answer away. */
import { useAtlasState } from "../../components/context";
import { Icon } from "../../components/icon";
import { say } from "../../messages";
import { isCovered, uncover } from "./cover";

export function MapCover() {
  const state = useAtlasState();
  if (!isCovered(state)) return null;
  const show = () => {
    uncover(state);
    // The button is gone, and the focus must not be.
    document.querySelector<HTMLElement>('.tabs [aria-current="page"]')?.focus();
  };
  // On a narrow screen the panel stands over it: who comes here by keyboard sees where they are.
  const clear = () => {
    if (matchMedia("(max-width: 899px)").matches) state.folded.value = true;
  };
  return (
    <div class="map-cover" onFocusIn={clear}>
      <div>
        <Icon name="quiz" />
        <p>{say("quiz-covered")}</p>
        <button type="button" class="quiz-button" onClick={show}>{say("quiz-uncover")}</button>
      </div>
    </div>
  );
}
