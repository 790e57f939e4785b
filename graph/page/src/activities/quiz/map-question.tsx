/** Build the map: in the panel, or large over the view. */
import { useLayoutEffect, useRef } from "preact/hooks";
import { useAtlasState } from "../../components/context";
import { Icon } from "../../components/icon";
import type { MapItem } from "../../display";
import { say } from "../../messages";
import { leftOn } from "./board";
import { Explanation, Result } from "./explanation";
import { LinkForm, setBoard } from "./link-form";
import { MapDrawing } from "./map-drawing";
import { MapLinks } from "./map-links";
import { MapMessage } from "./map-message";
import { MapRows } from "./map-rows";
import { useNarrow } from "./narrow";
import { useFocusGoal, type Session } from "./session";
import { TextsIn } from "./texts-in";

export function MapQuestion({ session, item }: { session: Session; item: MapItem }) {
  if (!session.isEnlarged.value) return <Workbench session={session} item={item} />;
  return (
    <LargeMap session={session}>
      <h3 class="quiz-ask"><TextsIn texts={item.ask} /></h3>
      <Workbench session={session} item={item} />
    </LargeMap>
  );
}

/** Modal, so that a keyboard stays in it and nothing behind it is read. */
function LargeMap({ session, children }: { session: Session; children: preact.ComponentChildren }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const close = () => {
    session.focus.value = "enlarge";
    session.isEnlarged.value = false;
  };
  const leaveByKey = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault(); // or the page would also let go of what is selected
    close();
  };
  return (
    <dialog ref={dialog} class="quiz quiz-large" aria-label={say("quiz-large")} onKeyDown={leaveByKey} onCancel={(event) => { event.preventDefault(); close(); }}>
      <button type="button" class="icon-button sheet-close" aria-label={say("quiz-shrink")} title={say("quiz-shrink")} onClick={close}><Icon name="close" /></button>
      {children}
    </dialog>
  );
}

function Workbench({ session, item }: { session: Session; item: MapItem }) {
  const { atlas } = useAtlasState();
  const enlarge = useFocusGoal<HTMLButtonElement>(session, "enlarge");
  const isNarrow = useNarrow();
  const given = session.answers.value.get(item);
  const board = session.board.value;
  const left = leftOn(board, item).length;
  return (
    <div class="quiz-work">
      <div class="quiz-map">
        {isNarrow
          ? <MapRows session={session} item={item} isDone={given !== undefined} />
          : <MapDrawing session={session} item={item} isDone={given !== undefined} />}
        {!session.isEnlarged.value && !isNarrow && (
          <button ref={enlarge} type="button" class="quiz-quiet quiz-enlarge" onClick={() => (session.isEnlarged.value = true)}><Icon name="fit" /> {say("quiz-enlarge")}</button>
        )}
      </div>
      <div class="quiz-side">
        {!given && <p class="quiz-left">{say("quiz-left", { left })}</p>}
        <MapMessage board={board} atlas={atlas} item={item} set={(next) => setBoard(session, item, next)} />
        {!given && <LinkForm session={session} item={item} />}
        {given?.kind === "map" && <Result session={session} text={say("quiz-map-done", { found: given.found.size, of: item.missing.length })} />}
        {given ? <Explanation session={session} item={item} /> : !isNarrow && <MapLinks session={session} item={item} />}
      </div>
    </div>
  );
}
