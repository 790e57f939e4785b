/**
 * What is counted while a query is read: brackets, operators, terms that stand side by side, calls to other endpoints.
 * As `measure.py`; `tests/data/measures.json` holds both to one verdict on each query.
 */
import { faultAt, type Fault } from "./fault";
import { readTokens, type Token } from "./tokens";

export const MOST_TOKENS = 40_000;
export const MOST_NESTING = 64;
/** Brackets that are opened and operators: each may be a level of the tree that the engine walks by recursion. */
export const MOST_OPERATORS = 600;
/** Terms that stand side by side or are listed: about twice the triple patterns. */
export const MOST_LINKS = 2_000;

/**
 * WebAssembly's stack is smaller than a program's. Tried in Chromium: at the other measures the engine stands, in 62
 * groups too; but triples side by side bring it down from about 800 on, in 60 groups from 400, and lists after IN from
 * 1,600. `tests/test_page_sparql.py` asks what is just allowed.
 */
export const MOST_LINKS_HERE = 600;
/** What stands in the lists after IN: the engine makes an "or" of each. */
export const MOST_LISTED_HERE = 1_000;

/** The query is refused, for the reason that `fault` is. */
export class Refused extends Error {
  constructor(readonly fault: Fault) {
    super(fault.id);
  }
}

const NOTHING: Token = { kind: "other", text: "{", offset: -1 };
const LAST: Token = { kind: "other", text: "", offset: -1 };
/** What can't be read otherwise: as an expression, two slashes would follow one another. */
const WHOLE_IRI = /^<[A-Za-z][\p{L}\p{N}_+.\-]*:\/\//u;

export class Reading {
  before = NOTHING;
  opened = 0;
  /** From where to where something stands that may be an IRI, or "<", something and ">". */
  doubts: (readonly [start: number, end: number])[] = [];
  #tokens = 0;
  #depth = 0;
  #operators = 0;
  #links = 0;
  /** As `#links`, but what stands in a collection is two triples. */
  #linksHere = 0;
  #listed = 0;
  #describes = false;
  #innermost: string[] = [];
  /** The depth at which the VALUES stands that is being read, or -1. */
  #data = -1;

  /** `exempts`: whether data is left out of the count; a thousand IRIs in VALUES are flat. */
  constructor(readonly exempts = true) {}

  /** Counts tokens; throws `Refused` when they are too many, or call out. */
  read(tokens: Iterable<Token>, follows = ""): void {
    let held: Token | undefined;
    for (const token of tokens) {
      if (held) this.#take(held, token);
      held = token;
    }
    if (held) this.#take(held, readTokens(follows, endOf(held)).next().value ?? LAST);
  }

  #take(token: Token, after: Token): void {
    this.#checkService(token, after);
    this.#count(token);
    this.before = token;
  }

  /** The engine's parser has no separate lexer: "trueSERVICE<x>" and "SERVICE:x" are calls, too. */
  #checkService(token: Token, after: Token): void {
    const upper = token.text.toUpperCase();
    let isCalled = token.kind === "word" && upper.includes("SERVICE") && !upper.startsWith("@");
    if (token.kind === "name" && upper.slice(0, upper.indexOf(":")).includes("SERVICE")) {
      isCalled = after.text === "{" && this.before.text.toUpperCase() !== "GRAPH";
    }
    if (isCalled) refuse(token, "sparql-service");
  }

  #count(token: Token): void {
    this.#tokens += 1;
    if (token.kind === "other") this.#countSign(token.text, token.offset);
    else if (this.#data < 0 || this.#depth === this.#data) this.#countTerm(token);
    if (this.#tokens > MOST_TOKENS || this.#operators > MOST_OPERATORS || this.#links > MOST_LINKS) refuse(token, "sparql-too-many");
    if (this.#depth > MOST_NESTING) refuse(token, "sparql-too-deep", { most: MOST_NESTING });
  }

  /** What other engines would be given, and this one can't take. Asked last: what all refuse is refused for that. */
  checkHere(): void {
    if (this.#linksHere > MOST_LINKS_HERE || this.#listed > MOST_LISTED_HERE) refuse(NOTHING, "sparql-too-many-here");
  }

  #countTerm(token: Token): void {
    this.#link(this.before.kind !== "other", [token, this.before].some(({ text }) => text.toUpperCase() === "AS"));
    if (token.kind === "word") {
      const upper = token.text.toUpperCase();
      this.#describes = upper === "DESCRIBE";
      if (upper === "VALUES" && this.exempts) this.#data = this.#depth;
    } else {
      this.#operators += Number(this.#describes);
    }
    if (token.kind === "iri" && endsExpression(this.before) && !WHOLE_IRI.test(token.text)) {
      this.doubts.push([token.offset + 1, endOf(token)]);
    }
  }

  #link(isLink: boolean, isName = false): void {
    this.#links += Number(isLink);
    this.#linksHere += Number(isLink) * (this.#innermost.at(-1) === "(" && !isName ? 2 : 1);
  }

  #countSign(text: string, offset: number): void {
    const isFlat = 0 <= this.#data && this.#data < this.#depth && this.#depth <= this.#data + 2;
    if ("([{".includes(text)) {
      this.#open(text, isFlat);
    } else if (")]}".includes(text)) {
      this.#depth -= 1;
      this.#innermost.pop();
      if (text === "}" && this.#depth <= this.#data) this.#data = -1;
    } else if (text === ",") {
      const innermost = this.#innermost.at(-1);
      this.#link(innermost !== "(" && innermost !== "IN");
      this.#listed += Number(innermost === "IN");
    } else if (text === "<") {
      this.#operators += Number(this.before.text === "<" && this.before.offset === offset - 1);
    } else if ("!|&/*+-~".includes(text) || (text === "^" && !this.#isType())) {
      this.#operators += Number(!isFlat);
    }
  }

  #open(text: string, isFlat: boolean): void {
    this.#describes = false;
    this.#depth += 1;
    this.opened += 1;
    this.#innermost.push(text === "(" && this.before.text.toUpperCase() === "IN" ? "IN" : text);
    this.#operators += Number(!(isFlat && text === "(" && this.#depth === this.#data + 2));
  }

  /** Whether a "^" stands in the "^^" before a datatype. */
  #isType(): boolean {
    return this.before.kind === "string" || this.before.text === "^";
  }
}

export function refuse(token: Token, id: string, values: Fault["values"] = {}): never {
  throw new Refused(faultAt(id, values, Math.max(0, token.offset), Math.max(0, endOf(token))));
}

export function endOf({ offset, text }: Token): number {
  return offset + text.length;
}

/** Whether "<" may mean "less than" after a token. */
function endsExpression({ kind, text }: Token): boolean {
  if (kind === "word") return ["TRUE", "FALSE"].includes(text.toUpperCase()) || text.startsWith("@");
  return kind !== "other" || ")]}".includes(text);
}
