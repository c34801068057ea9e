import { FormatError } from "../formatError.ts";
import { kindOf, type Whole, type WholeScores } from "./wholeScores.ts";

/** The same documents, or right continuations, by two models: one entry each, in the order of the base. */
export interface WholePairs {
  readonly base: readonly Whole[];
  readonly candidate: readonly Whole[];
  /** Of how many the two were asked with other words before them, as far as that is written. */
  readonly otherPrompts: number;
}

/**
 * Puts the scores of two models side by side, document by document; they need not be in the same order.
 *
 * @throws FormatError naming the first document that is missing or is another, or if the tasks are not of one kind.
 */
export function pairWholes(base: WholeScores, candidate: WholeScores): WholePairs {
  const { source } = candidate;
  if (kindOf(candidate) !== kindOf(base))
    throw unlike(source, `scores ${kindOf(candidate)}`, `${kindOf(base)}, as ${base.source} does`);
  if (candidate.wholes.length !== base.wholes.length)
    throw unlike(source, `has ${counted(candidate)}`, `${counted(base)}, as ${base.source} has`);
  const byId = new Map(candidate.wholes.map((whole) => [whole.id, whole]));
  const others = base.wholes.map((one) => {
    const other = byId.get(one.id) ?? missing(source, one, base.source);
    if (!isSame(one, other))
      throw unlike(source, `has another ${one.id}`, `that of ${base.source}`, { line: other.line });
    return other;
  });
  const otherPrompts = base.wholes.filter((one, i) =>
    areUnlike(one.promptHash, others[i]!.promptHash),
  ).length;
  return { base: base.wholes, candidate: others, otherPrompts };
}

function counted({ wholes }: WholeScores): string {
  return `${wholes.length} ${wholes.length === 1 ? "document" : "documents"}`;
}

function isSame(one: Whole, other: Whole): boolean {
  if (areUnlike(one.documentHash, other.documentHash)) return false;
  return one.text === other.text && one.bytes === other.bytes && one.words === other.words;
}

/** Older versions write no hashes. */
function areUnlike(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && one !== other;
}

function missing(source: string, { id }: Whole, base: string): never {
  throw unlike(source, `lacks ${id}`, `the documents of ${base}`);
}

function unlike(source: string, problem: string, expected: string, place?: { line: number }): FormatError {
  return new FormatError({ code: "lengths", source, problem, expected, ...(place && { place }) });
}
