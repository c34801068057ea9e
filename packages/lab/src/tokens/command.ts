import type { Unit } from "@surprisal/core";
import { shellWord } from "../figure/shellWord.ts";
import type { Given, Question, Reading } from "./question.ts";
import { usualIgnore } from "./slots.ts";

type File = Pick<Given, "name" | "array">;

/** A question, as far as a command needs it: files by their names. */
type Asked = Pick<Question, "ignore" | "shift"> & { readonly p: File } & Partial<
    Readonly<Record<"q" | "targets" | "vocabulary", File | undefined>>
  >;

/** The command that gives the same numbers; undefined where there are none, which it refuses. */
export function commandOf(
  { p, q, targets, vocabulary, ignore, shift }: Asked,
  reading: Pick<Reading, "p" | "comparison">,
  unit: Unit,
): string | undefined {
  if (isEmpty(reading)) return undefined;
  return [
    `surprisal ${q ? "diff" : "perplexity"}`,
    named(p),
    ...(q ? [named(q)] : []),
    ...(targets ? [`--targets ${named(targets)}`] : []),
    ...(targets && ignore !== usualIgnore ? [`--ignore ${ignore}`] : []),
    ...(targets && shift ? ["--shift"] : []),
    ...(vocabulary && isNamedBy(reading) ? [`--vocabulary ${named(vocabulary)}`] : []),
    ...(unit === "bits" ? [] : [`--unit ${unit}`]),
  ].join(" ");
}

/** No row was left of rows of logits. */
function isEmpty({ p, comparison }: Pick<Reading, "p" | "comparison">): boolean {
  if (p.vocabulary === undefined) return false;
  return comparison ? comparison.compared === 0 : p.statistics.entropy === undefined;
}

/** Of scores a vocabulary says something only if they list the likeliest tokens. */
function isNamedBy({ p }: Pick<Reading, "p">): boolean {
  return p.vocabulary !== undefined || p.outcomes !== undefined;
}

/** What is a file by its name, and no option, nor the word for none. */
function named({ name, array }: File): string {
  const path = /^-|^none$/.test(name) ? `./${name}` : name;
  return shellWord(array ? `${path}:${array}` : path);
}
