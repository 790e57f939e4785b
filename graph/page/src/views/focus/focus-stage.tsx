/** The room for the picture: laid out for its size, walked by the keyboard, moved gently. */
import { useSignal } from "@preact/signals";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { useAtlasState } from "../../components/context";
import { say } from "../../messages";
import type { State } from "../../state";
import { FocusDrawing } from "./focus-drawing";
import { focusStateOf, hiddenAt, unfoldedAt, type FocusState } from "./focus-state";
import { handleKey } from "./keyboard";
import { measuresOf } from "./measures";
import { placesOf, playMotion, type Places } from "./motion";
import { findNeighbourhood, type Neighbourhood } from "./neighbourhood";
import { NeighbourMenu } from "./neighbour-menu";
import { makePlan, type Plan } from "./plan";
import { LEAST_WIDTH, layOutRound, lettersForStage, USUAL_LETTERS } from "./round-layout";
import { layOutStacked } from "./stacked-layout";
import type { Picture } from "./picture";

/** As in the styles: there the room is as high as what is in it. */
const PAGE_SCROLLS = "(max-height: 480px) and (max-width: 899px)";

export function FocusStage({ focus, middle, neighbourhood }: { focus: FocusState; middle: string; neighbourhood: Neighbourhood }) {
  const state = useAtlasState();
  const stage = useRef<HTMLDivElement>(null);
  const size = useSignal({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = stage.current!;
      if (width > 0 && (width !== size.peek().width || height !== size.peek().height)) size.value = { width, height };
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(stage.current!);
    return () => observer.disconnect();
  }, [size]);
  const picture = usePicture(focus, middle, neighbourhood, size.value);
  const isFocused = useRef(false);
  useFollow(stage, isFocused, middle, picture);
  return (
    <div
      ref={stage} class="focus-stage" onKeyDown={(event) => picture && handleKey(event, { state, focus, picture, middle })}
      onFocusIn={() => (isFocused.current = true)}
      onFocusOut={({ relatedTarget }) => {
        // Where the focused part has just been taken away, nothing else gets the focus.
        if (relatedTarget) isFocused.current = stage.current?.contains(relatedTarget as Node) ?? false;
      }}
    >
      {picture && <FocusDrawing focus={focus} middle={middle} picture={picture} />}
      {picture && neighbourhood.sectors.length === 0 && <p class="focus-silence">{silence(neighbourhood)}</p>}
      {picture && <NeighbourMenu focus={focus} middle={middle} picture={picture} />}
    </div>
  );
}

function silence({ derived, leftOut, hidden }: Neighbourhood): string {
  return derived + leftOut + hidden.length > 0 ? say("focus-nothing-now") : say("no-statements");
}

function usePicture(focus: FocusState, middle: string, neighbourhood: Neighbourhood, size: Size): Picture | undefined {
  const state = useAtlasState();
  if (size.width === 0) return undefined;
  const plan = planOf(state, focus, middle, neighbourhood);
  if (size.width < LEAST_WIDTH || matchMedia(PAGE_SCROLLS).matches) return layOutStacked(plan, size.width);
  return layOutRound(plan, size.width, size.height, state.presenting.value ? lettersForStage({ width: innerWidth, height: innerHeight }) : USUAL_LETTERS);
}

function planOf({ atlas, styles, filter }: State, focus: FocusState, middle: string, neighbourhood: Neighbourhood): Plan {
  return makePlan(middle, neighbourhood, {
    atlas, styles, filter: filter.value, derivedToo: focus.derivedToo.value, unfolded: unfoldedAt(focus, middle), measures: measuresOf(),
  });
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The picture for a size that nobody sees: laid out for paper. */
export function FocusOnPaper({ size }: { size: Size }) {
  const state = useAtlasState();
  const focus = focusStateOf(state);
  const middle = focus.middle.value;
  if (middle === undefined) return null;
  const neighbourhood = neighbourhoodOf(state, focus, middle);
  return <FocusDrawing focus={focus} middle={middle} picture={layOutRound(planOf(state, focus, middle, neighbourhood), size.width, size.height, USUAL_LETTERS)} />;
}

/** What is around the middle, as the reader has it shown. */
export function neighbourhoodOf({ atlas, filter }: State, focus: FocusState, middle: string): Neighbourhood {
  return findNeighbourhood(atlas, middle, { filter: filter.value, derivedToo: focus.derivedToo.value, hidden: hiddenAt(focus, middle) });
}

/** After each drawing: what stood elsewhere moves to its place, and the keyboard stays in the picture. */
function useFollow(stage: { readonly current: HTMLDivElement | null }, isFocused: { current: boolean }, middle: string, picture: Picture | undefined): void {
  const before = useRef<{ readonly middle: string; readonly places: Places; readonly scale: number } | undefined>(undefined);
  useLayoutEffect(() => {
    const element = stage.current;
    if (!element || !picture) return;
    const places = placesOf(picture);
    const last = before.current;
    if (last && last.middle !== middle) {
      element.scrollTop = 0;
      playMotion(element, last.places, places);
    }
    before.current = { middle, places, scale: picture.scale };
  });
  useEffect(() => {
    const element = stage.current;
    if (isFocused.current && element && document.activeElement === document.body) element.querySelector<SVGElement>('[tabindex="0"]')?.focus();
  }, [middle, picture]);
}
