import { type FormatCode, FormatError, type Place } from "@surprisal/data";
import type { SlotName } from "./slots.ts";

/** What this page itself refuses. */
export type OwnCode = "models" | "missing" | "mixed" | "wholes" | "outcomes" | "rows" | "unlike";

/** Why something could not be read. */
export interface Problem {
  readonly code: FormatCode | OwnCode | "other";
  readonly file?: string | undefined;
  readonly place?: Place | undefined;
  /** Where it was put, if it is not there yet. */
  readonly slot?: SlotName;
  /** What was found there. */
  readonly found?: string | undefined;
  /** What the sentence of an own code names. */
  readonly gaps?: Readonly<Record<string, string | number>>;
  /** What the reader said, in English: which file, which place, what was found and what expected. */
  readonly message?: string;
  readonly hint?: string | undefined;
}

/** Something that this page has a sentence of its own for. */
export class Refusal extends FormatError {
  readonly own: OwnCode;
  readonly gaps: Readonly<Record<string, string | number>>;

  constructor(own: OwnCode, gaps: Refusal["gaps"], fault: ConstructorParameters<typeof FormatError>[0]) {
    super(fault);
    this.own = own;
    this.gaps = gaps;
  }
}

/** As a command line has them, and a page has not. */
const optionName = /(^|\s)--[a-z]/;

/** As much of an error as can be sent from a worker. */
export function problemOf(error: unknown): Problem {
  if (!(error instanceof FormatError)) return { code: "other", message: String(error) };
  const { code, source, place, problem, message, hint } = error;
  const own = error instanceof Refusal && { code: error.own, gaps: error.gaps };
  const said = { file: source, place, found: foundIn(problem), message };
  return { code, ...said, ...own, ...(hint !== undefined && !optionName.test(hint) && { hint }) };
}

/** `tokens[3].logprob = 0.5` of JSON, what is missing from it, or the text or number that stands at a place. */
function foundIn(problem: string): string | undefined {
  const [, path, value] = /^([\w.[\]"-]+) is (.+)$/.exec(problem) ?? [];
  if (path !== undefined) return /^(missing|an? )/.test(value!) ? path : `${path} = ${value}`;
  const [, found] = /^(?:is|has) ("(?:[^"\\]|\\.)*"|-?\d[\d.e+-]*(?! [a-z])|\S+$)/.exec(problem) ?? [];
  return found;
}
