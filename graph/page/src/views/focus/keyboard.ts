/** The keyboard in the picture: arrows go round, Enter chooses, plus unfolds, Delete hides. */
import type { State } from "../../state";
import { hide, toggleUnfolded, type FocusState } from "./focus-state";
import type { Picture } from "./picture";

interface Where {
  readonly state: State;
  readonly focus: FocusState;
  readonly picture: Picture;
  readonly middle: string;
}

export function handleKey(event: KeyboardEvent & { readonly currentTarget: HTMLElement }, where: Where): void {
  if (event.altKey || event.ctrlKey || event.metaKey || !(event.target instanceof SVGElement)) return;
  const { focus, picture } = where;
  const here = picture.order.indexOf(focus.current.peek() ?? picture.order[0]!);
  const last = picture.order.length - 1;
  const to = ({
    ArrowDown: here === last ? 0 : here + 1, ArrowRight: here === last ? 0 : here + 1,
    ArrowUp: here <= 0 ? last : here - 1, ArrowLeft: here <= 0 ? last : here - 1, Home: 0, End: last,
  } as Readonly<Record<string, number>>)[event.key];
  if (to !== undefined) {
    event.preventDefault();
    focusOn(event.currentTarget, focus, picture.order[to]!);
  } else if (actOn(event, where, picture.order[here]!)) event.preventDefault();
}

export function focusOn(stage: ParentNode, focus: FocusState, key: string): void {
  focus.current.value = key;
  for (const element of stage.querySelectorAll<SVGElement>("[data-stop]")) {
    if (element.dataset["stop"] === key) element.focus();
  }
}

function actOn(event: KeyboardEvent & { readonly currentTarget: HTMLElement }, { focus, picture, middle }: Where, key: string): boolean {
  if (event.key === "Enter" || event.key === " ") {
    (event.target as SVGElement).dispatchEvent(new MouseEvent("click", { bubbles: true }));
    return true;
  }
  const box = picture.boxes.find((each) => each.key === key);
  if (box?.role !== "neighbour") return false;
  if (event.key === "+" || event.key === "-") toggleUnfolded(focus, middle, box.node);
  else if (event.key === "Delete") {
    const next = picture.boxes.find(({ role, node }, index) => role === "neighbour" && node !== box.node && index > picture.boxes.indexOf(box));
    focusOn(event.currentTarget, focus, next?.key ?? picture.order[0]!);
    hide(focus, middle, box.node);
  } else if (event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey)) focus.menu.value = box.key;
  else return false;
  return true;
}
