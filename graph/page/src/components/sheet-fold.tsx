/** On a narrow screen a sheet covers much of the view: folded, it leaves only its head in sight. */
import { useEffect } from "preact/hooks";
import { say } from "../messages";
import type { State } from "../state";
import { useAtlasState } from "./context";
import { Icon } from "./icon";

export function SheetFold() {
  const { folded } = useAtlasState();
  // What comes later comes whole.
  useEffect(() => () => void (folded.value = false), [folded]);
  const name = say(folded.value ? "sheet-unfold" : "sheet-fold");
  return (
    <button type="button" class="icon-button sheet-fold" aria-label={name} title={name} onClick={() => (folded.value = !folded.value)}>
      <Icon name={folded.value ? "up" : "down"} />
    </button>
  );
}

/** Who goes on into a folded sheet by keyboard wants to see what is in it. */
export function unfoldWhenEntered({ folded }: State): (event: FocusEvent) => void {
  return ({ target }) => {
    if (folded.peek() && !(target as Element).closest(".sheet-fold, .sheet-close")) folded.value = false;
  };
}
