/** Where in the input the fault is: a line (and column) from 1, a byte or a value from 0. */
export type Place = { line: number; column?: number } | { byte: number } | { index: number };

/**
 * What kind of fault, for programs: to offer a remedy ("sum": normalising would help) or to say it in another language.
 *
 * - `syntax`: the text is not an operand, a list, JSON or CSV
 * - `number`: a value is not a number, or `range`: a number out of its domain
 * - `sum`: probabilities that do not sum to 1
 * - `kind`: probabilities where logits are meant
 * - `names`: names missing for some values, or twice the same
 * - `lengths`: two operands that cannot be aligned
 * - `empty`: nothing to count
 * - `encoding`: not UTF-8
 * - `unreadable`: no such file, a directory, no permission
 * - `column`: no such column, or several of that name
 * - `ragged`: a row with more or fewer cells than the header
 * - `size`: more than can be held
 * - `smoothing`: a smoothing that does not apply to this kind of number
 * - `truncated`: the file ends before what its header promises
 * - `header`: a header that contradicts itself or the file
 * - `unsupported`: a known format, written in a way that is not read
 */
export type FormatCode =
  | "syntax"
  | "value"
  | "number"
  | "range"
  | "sum"
  | "kind"
  | "names"
  | "lengths"
  | "empty"
  | "encoding"
  | "unreadable"
  | "column"
  | "ragged"
  | "size"
  | "smoothing"
  | "truncated"
  | "header"
  | "unsupported";

export interface Fault {
  code: FormatCode;
  /** The operand as typed, or the path. */
  source: string;
  place?: Place;
  /** What was found; it reads after the source: `is "x"`, `has 2 cells`. */
  problem: string;
  /** What would have been accepted. */
  expected?: string;
  /** What one could do, in words that hold in a terminal and on a page. */
  hint?: string;
  cause?: unknown;
}

/**
 * Input that cannot be used. The message names the source and the place, what was found and what was expected;
 * `code`, `place` and `hint` are there for programs.
 *
 * @example new FormatError({ code: "range", source: "p.json", place: { index: 1 }, problem: "is −0.1", expected: "a probability" }).message // "p.json: [1] is −0.1, expected a probability"
 */
export class FormatError extends Error {
  override readonly name = "FormatError";
  readonly code: FormatCode;
  readonly source: string;
  readonly problem: string;
  readonly expected: string | undefined;
  readonly place: Place | undefined;
  readonly hint: string | undefined;

  constructor({ code, source, place, problem, expected, hint, cause }: Fault) {
    const wanted = expected === undefined ? "" : `, expected ${expected}`;
    super(
      `${excerpt(sourceName(source), 60)}${where(place)} ${problem}${wanted}`,
      cause === undefined ? {} : { cause },
    );
    this.code = code;
    this.source = source;
    this.problem = problem;
    this.expected = expected;
    this.place = place;
    this.hint = hint;
  }
}

function where(place: Place | undefined): string {
  if (place === undefined) return ":";
  if ("line" in place)
    return place.column === undefined ? `:${place.line}:` : `:${place.line}:${place.column}:`;
  return "byte" in place ? `: byte ${place.byte}` : `: [${place.index}]`;
}

/** What a person calls a path: `-` is standard input. */
export function sourceName(path: string): string {
  return path === "-" ? "standard input" : path;
}

/** A text whose control characters are escaped, so that it stays on one line and a terminal does not obey it. */
export function visible(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]/gu, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** A text of at most `length` characters, its middle left out; control characters escaped. */
export function excerpt(text: string, length = 40): string {
  const shown = visible(text.slice(0, 4 * length));
  if (shown.length <= length && text.length <= 4 * length) return shown;
  return `${shown.slice(0, length - 1)}…`;
}
