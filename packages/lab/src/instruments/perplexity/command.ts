import type { Unit } from "@surprisal/core";
import { decimalOf, shellWord } from "../../figure/shellWord.ts";
import type { Reading } from "./model.ts";
import { type Step, truths } from "./text.ts";

/** The command that prints the numbers of the word in view: of Q alone while it is covered, of Q at the truth once it is shown. */
export function commandOf({ beliefs, revealed, at }: Reading, steps: readonly Step[], unit: Unit): string {
  const q = beliefs[at]!;
  const { names } = steps[at]!;
  const truth = names.map((name, i) => `${name}=${i === truths[at] ? 1 : 0}`).join(",");
  const operands =
    at < revealed
      ? [truth, [...q].map(decimalOf).join(",")]
      : [names.map((name, i) => `${name}=${decimalOf(q[i]!)}`).join(",")];
  const words = ["surprisal", "perplexity", ...operands.map(shellWord)];
  if (unit !== "bits") words.push("--unit", unit);
  return words.join(" ");
}
