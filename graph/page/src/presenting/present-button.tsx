/** Starts and ends presenting; what has begun is said aloud. */
import "./presenting.css";
import { useEffect } from "preact/hooks";
import { useAtlasState } from "../components/context";
import { Icon } from "../components/icon";
import { say } from "../messages";
import { followPresenting, togglePresenting } from "./presenting";

export function PresentButton() {
  const state = useAtlasState();
  useEffect(() => followPresenting(state), [state]);
  const isPresenting = state.presenting.value;
  const name = say(isPresenting ? "present-leave" : "present");
  return (
    <>
      <button type="button" class="icon-button present" aria-label={name} title={name} onClick={() => togglePresenting(state)}>
        <Icon name={isPresenting ? "close" : "present"} />
      </button>
      <p class="visually-hidden" role="status">{isPresenting && say("present-hint")}</p>
    </>
  );
}
