/** What the console holds: the query, what it gave, and the engine. It stays as long as the page does, in memory only. */
import { signal, type Signal } from "@preact/signals";
import { Engine } from "../../engine/client";
import type { Fault } from "../../engine/fault";
import type { Answer } from "../../engine/protocol";
import type { CompetencyQuestion } from "../../display";
import type { State } from "../../state";
import type { Vocabulary } from "./vocabulary";

/** In seconds: a hostile sort takes more than a gigabyte in five. */
export const TIME_LIMITS = [2, 5, 10, 30] as const;
export type TimeLimit = (typeof TIME_LIMITS)[number];

/** More rows are not shown, but all are downloaded. */
export const MOST_ROWS = 10_000;

export type Outcome =
  | { readonly kind: "answer"; readonly query: string; readonly answer: Exclude<Answer, { kind: "text" }>; readonly milliseconds: number }
  | { readonly kind: "fault"; readonly query: string; readonly fault: Fault }
  /** No fault of the query: stopped, out of time, no engine. `told` are words of the engine or browser. */
  /** Without a query it holds for any. */
  | { readonly kind: "failure"; readonly query: string | undefined; readonly id: string; readonly seconds: number; readonly told: string };

export type Helper = "questions" | "build" | "none";

export interface Session {
  readonly engine: Engine;
  readonly text: Signal<string>;
  /** The competency question whose query stands in the editor, unchanged. */
  readonly question: Signal<CompetencyQuestion | undefined>;
  readonly helper: Signal<Helper>;
  /** What stands first: who asks in words wants the answer, who writes wants the code. */
  readonly first: Signal<"answer" | "code">;
  readonly phase: Signal<"idle" | "starting" | "asking">;
  readonly outcome: Signal<Outcome | undefined>;
  /** How many queries have been asked and answered, or given up. */
  readonly done: Signal<number>;
  readonly warnings: Signal<readonly Fault[]>;
  readonly seconds: Signal<TimeLimit>;
  readonly vocabulary: Signal<Vocabulary | undefined>;
  /** The address's question that the editor was last filled with. */
  asked: string | undefined;
}

const FIRST_QUERY = `SELECT ?intervention ?passage
WHERE {
  GRAPH ?passage { ?intervention atlas:relieves concept:ascites }
  ?passage a atlas:Passage .
}
`;

const sessions = new WeakMap<State, Session>();

export function sessionOf(state: State): Session {
  let session = sessions.get(state);
  if (!session) {
    session = {
      engine: new Engine(), text: signal(FIRST_QUERY), question: signal<CompetencyQuestion | undefined>(undefined),
      helper: signal<Helper>("questions"), first: signal<Session["first"]["value"]>("code"), phase: signal<Session["phase"]["value"]>("idle"), outcome: signal<Outcome | undefined>(undefined),
      done: signal(0), warnings: signal<readonly Fault[]>([]), seconds: signal<TimeLimit>(5), vocabulary: signal<Vocabulary | undefined>(undefined), asked: undefined,
    };
    sessions.set(state, session);
  }
  return session;
}
