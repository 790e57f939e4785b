/** What is being played: in memory only, so that nothing about the learner is kept or sent. */
import { batch, signal, type Signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { QuizItem } from "../../display";
import type { Selection } from "../../hash";
import { select, type State } from "../../state";
import { EMPTY_BOARD, type Board } from "./board";
import type { Answer } from "./judging";
import { ownPlaceOf, type QuizPlace } from "./quiz-address";
import { itemsOf, orderOf, type Order } from "./runs";

export interface Run {
  /** A quiz's id, or MIXED. */
  readonly quiz: string;
  /** Undefined where only some of its items are played again. */
  readonly order: Order | undefined;
  readonly items: readonly QuizItem[];
}

/** Where the focus goes when what had it is gone. */
export type FocusGoal = "chooser" | "question" | "answer" | "summary" | "enlarge";

export interface Session {
  readonly isShuffled: Signal<boolean>;
  readonly run: Signal<Run | undefined>;
  /** One past the last item is the summary. */
  readonly index: Signal<number>;
  readonly answers: Signal<ReadonlyMap<QuizItem, Answer>>;
  readonly board: Signal<Board>;
  /** The item at which the learner asked to see the map before answering. */
  readonly uncovered: Signal<QuizItem | undefined>;
  readonly isEnlarged: Signal<boolean>;
  readonly focus: Signal<FocusGoal | undefined>;
  /** On a narrow screen the details take the panel's place; when they go, it comes back, and the focus to what was pressed. */
  readonly leftFrom: Signal<HTMLElement | undefined>;
}

const sessions = new WeakMap<State, Session>();

/** The panel may be closed and opened again: the session stays as long as the page does. */
export function sessionOf(state: State): Session {
  let session = sessions.get(state);
  if (!session) {
    session = {
      isShuffled: signal(true), run: signal<Run | undefined>(undefined), index: signal(0), answers: signal<ReadonlyMap<QuizItem, Answer>>(new Map()),
      board: signal(EMPTY_BOARD), uncovered: signal<QuizItem | undefined>(undefined), isEnlarged: signal(false), focus: signal<FocusGoal | undefined>(undefined), leftFrom: signal<HTMLElement | undefined>(undefined),
    };
    sessions.set(state, session);
  }
  return session;
}

export function start(session: Session, state: State, quiz: string, seed: number = crypto.getRandomValues(new Uint16Array(1))[0]!): void {
  const order = orderOf(quiz, session.isShuffled.peek(), seed);
  play(session, { quiz, order, items: itemsOf(state.made.display.quizzes, quiz, order) });
}

/** The item that the learner is on; undefined before the first and after the last. */
export function itemAt(session: Session): QuizItem | undefined {
  return session.run.value?.items[session.index.value];
}

/** Where the learner is, for the address. */
export function placeOf(session: Session, state: State): QuizPlace | undefined {
  const [run, item] = [session.run.value, itemAt(session)];
  if (!run || !item) return undefined;
  return run.order ? { quiz: run.quiz, item: session.index.value, ...run.order } : ownPlaceOf(item, state.made.display.quizzes);
}

/** Go where the address leads; of the run that is being played, what has been answered stays answered. */
export function goTo(session: Session, state: State, place: QuizPlace): void {
  const [run, order] = [session.run.peek(), { isShuffled: place.isShuffled, seed: place.seed }];
  const isSame = run?.order && run.quiz === place.quiz && run.order.isShuffled === order.isShuffled && run.order.seed === order.seed;
  batch(() => {
    if (!isSame) play(session, { quiz: place.quiz, order, items: itemsOf(state.made.display.quizzes, place.quiz, order) });
    session.index.value = place.item;
    session.board.value = EMPTY_BOARD;
    // What was skipped is asked again.
    session.answers.value = new Map([...session.answers.peek()].filter(([, { kind }]) => kind !== "skipped"));
    // Who comes by a link keeps the focus; who walks back while the panel is open would lose it.
    session.focus.value = state.activity.peek() === "quiz" ? "question" : undefined;
    state.activity.value = "quiz";
    state.sheet.value = "activity";
  });
}

export function play(session: Session, run: Run): void {
  batch(() => {
    session.run.value = run;
    session.index.value = 0;
    session.answers.value = new Map();
    session.board.value = EMPTY_BOARD;
    session.uncovered.value = undefined;
    session.focus.value = run.items.length > 0 ? "question" : "summary";
  });
}

export function answer(session: Session, item: QuizItem, given: Answer): void {
  batch(() => {
    session.answers.value = new Map(session.answers.peek()).set(item, given);
    session.focus.value = "answer";
  });
}

export function goOn(session: Session): void {
  batch(() => {
    session.index.value += 1;
    session.board.value = EMPTY_BOARD;
    session.focus.value = session.index.value < (session.run.value?.items.length ?? 0) ? "question" : "summary";
  });
}

export function skip(session: Session, item: QuizItem): void {
  batch(() => {
    session.answers.value = new Map(session.answers.peek()).set(item, { kind: "skipped" });
    goOn(session);
  });
}

export function leave(session: Session): void {
  batch(() => {
    session.run.value = undefined;
    session.isEnlarged.value = false;
    session.focus.value = "chooser";
  });
}

/** The address leads away from the item; the summary has none, and stays. */
export function leaveItem(session: Session): void {
  if (itemAt(session)) leave(session);
}

export function showOnMap(session: Session, state: State, selection: Selection, pressed: HTMLElement): void {
  batch(() => {
    session.isEnlarged.value = false;
    session.leftFrom.value = pressed;
    select(state, selection);
  });
}

/** The element that takes the focus when it is asked for by this name. */
export function useFocusGoal<T extends HTMLElement>(session: Session, goal: FocusGoal): { readonly current: T | null } {
  const element = useRef<T>(null);
  const asked = session.focus.value;
  useEffect(() => {
    if (asked !== goal || !element.current) return;
    session.focus.value = undefined;
    element.current.focus();
  }, [asked, goal, session]);
  return element;
}

/** Back from the details that stood in the panel's place. */
export function comeBack(session: Session, state: State): void {
  const pressed = session.leftFrom.peek();
  if (state.sheet.value !== "none" || !pressed) return;
  session.leftFrom.value = undefined;
  if (state.activity.peek() !== "quiz") return;
  const wasHidden = pressed.offsetParent === null;
  state.sheet.value = "activity";
  if (wasHidden) requestAnimationFrame(() => pressed.focus());
}
