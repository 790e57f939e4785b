/**
 * A query is measured before it is parsed: the engine's parser overflows its stack on deep nesting, and after that every
 * later query would fail. What leaves the page or writes is refused. As `measure.py`.
 */
import { faultAt, type Fault } from "./fault";
import { endOf, Reading, refuse, Refused } from "./reading";
import { findFirst, readTokens, type Token } from "./tokens";

export const MOST_BYTES = 256 * 1024;
const MOST_DOUBTFUL = 150;
const UPDATES = new Set(["ADD", "CLEAR", "COPY", "CREATE", "DELETE", "DROP", "INSERT", "LOAD", "MOVE", "WITH"]);

/** Why a query may not be asked, if it may not. */
export function findRefusal(query: string): Fault | undefined {
  if (new TextEncoder().encode(query).length > MOST_BYTES) {
    return faultAt("sparql-too-long", { most: MOST_BYTES / 1024 }, 0, query.length);
  }
  try {
    checkForm(query);
    checkParts(query);
    return undefined;
  } catch (error) {
    if (error instanceof Refused) return error.fault;
    throw error;
  }
}

function checkForm(query: string): void {
  const first = findFirst(readTokens(query));
  const word = first?.kind === "word" ? first.text.toUpperCase() : "";
  if (first && UPDATES.has(word)) refuse(first, "sparql-update", { word });
}

function checkParts(query: string): void {
  const reading = new Reading();
  reading.read(readTokens(query));
  if (reading.doubts.length > 0) checkDoubts(query, reading);
  reading.checkHere();
}

/** What else the text could be is read, too, up to where both readings meet: no trick of quotes hides anything. */
function checkDoubts(query: string, reading: Reading): void {
  const seen = new Set([...readTokens(query)].map(({ offset }) => offset));
  const other = new Reading(false);
  const nothing = other.before;
  let isCrossed = false;
  for (let doubt = reading.doubts.pop(); doubt; doubt = reading.doubts.pop()) {
    const [start, end] = doubt;
    const inside = readUntil(query, start, seen);
    isCrossed ||= inside.some((token) => endOf(token) > end || "([{}])".includes(token.text));
    other.before = nothing;
    other.read(inside, query);
    reading.doubts.push(...other.doubts.splice(0));
  }
  if (!isCrossed) return;
  other.read(readTokens(query));
  if (other.opened > MOST_DOUBTFUL) refuse({ kind: "other", text: query, offset: 0 }, "sparql-two-ways");
}

/** The tokens from an offset to where one begins that has been seen. */
function readUntil(query: string, start: number, seen: Set<number>): readonly Token[] {
  const tokens: Token[] = [];
  for (const token of readTokens(query, start)) {
    if (seen.has(token.offset)) break;
    seen.add(token.offset);
    tokens.push(token);
  }
  return tokens;
}
