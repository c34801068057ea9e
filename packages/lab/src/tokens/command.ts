import type { Unit } from "@surprisal/core";
import { shellWord } from "../figure/shellWord.ts";
import type { Given, Question } from "./question.ts";
import { usualIgnore } from "./slots.ts";

type File = Pick<Given, "name" | "array">;

/** A question, as far as a command needs it: files by their names. */
type Asked = Pick<Question, "ignore" | "shift"> & { readonly p: File } & Partial<
    Readonly<Record<"q" | "targets" | "vocabulary", File | undefined>>
  >;

/** The command that gives the same numbers. */
export function commandOf({ p, q, targets, vocabulary, ignore, shift }: Asked, unit: Unit): string {
  const named = ({ name, array }: File) => shellWord(array ? `${name}:${array}` : name);
  return [
    `surprisal ${q ? "diff" : "perplexity"}`,
    named(p),
    ...(q ? [named(q)] : []),
    ...(targets ? [`--targets ${named(targets)}`] : []),
    ...(targets && ignore !== usualIgnore ? [`--ignore ${ignore}`] : []),
    ...(targets && shift ? ["--shift"] : []),
    ...(vocabulary ? [`--vocabulary ${named(vocabulary)}`] : []),
    ...(unit === "bits" ? [] : [`--unit ${unit}`]),
  ].join(" ");
}
