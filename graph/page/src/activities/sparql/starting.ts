/** What happens when the console is first opened, and while a query is being written. */
import { effect } from "@preact/signals";
import type { Answer } from "../../engine/protocol";
import { language } from "../../messages";
import type { State } from "../../state";
import { failureOf, prefixesOf, run } from "./asking";
import { findUnknown } from "./checking";
import type { Session } from "./session";
import { readVocabulary } from "./vocabulary";

/** Long enough for a large dataset; the reader's own question waits behind it. */
const OWN_LIMIT = 10_000;
const PAUSE = 350;

/** Our own questions are short, and no part of what the reader is shown. */
export function finder(session: Session): (query: string) => Promise<Answer> {
  return (query) => session.engine.ask({ text: query, want: "rows", most: 60_000 }, OWN_LIMIT);
}

export async function start(state: State, session: Session): Promise<void> {
  if (session.vocabulary.peek() || session.phase.peek() === "starting") return;
  session.phase.value = "starting";
  try {
    await session.engine.start();
  } catch (error) {
    session.outcome.value = failureOf(error, 0);
  }
  // The reader may have asked already.
  if (session.phase.peek() === "starting") session.phase.value = "idle";
  fillFromAddress(state, session);
  try {
    session.vocabulary.value = await readVocabulary(finder(session), prefixesOf(state));
  } catch {
    // Without the words nothing is suggested; what is asked is answered all the same.
  }
}

/** A question of ours is asked at once; a query that somebody else wrote into an address waits for the reader. */
export function fillFromAddress(state: State, session: Session): void {
  const asked = state.ask.peek();
  if (asked === undefined || asked === session.asked) return;
  session.asked = asked;
  const question = state.made.display.console?.questions.find(({ id }) => id === asked);
  session.question.value = question;
  session.text.value = question?.query ?? asked;
  session.outcome.value = undefined;
  session.helper.value = "none";
  session.first.value = question ? "answer" : "code";
  if (question) void run(state, session);
}

/** Terms that the atlas doesn't know are marked when the reader pauses. */
export function followWarnings(state: State, session: Session): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = effect(() => {
    const [text, vocabulary] = [session.text.value, session.vocabulary.value];
    void language.value;
    session.warnings.value = [];
    clearTimeout(timer);
    if (!vocabulary) return;
    timer = setTimeout(() => {
      const ours = state.made.display.console?.ours ?? [];
      findUnknown(text, prefixesOf(state), ours, vocabulary, finder(session)).then(
        (found) => {
          if (session.text.peek() === text) session.warnings.value = found;
        },
        () => undefined,
      );
    }, PAUSE);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}
