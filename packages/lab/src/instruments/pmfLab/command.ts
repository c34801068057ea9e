import type { Unit } from "@surprisal/core";
import { decimalOf, shellWord } from "../../figure/shellWord.ts";
import type { Pmf } from "./model.ts";

/** The command that prints the numbers of the figure, with every probability to its last digit. */
export function commandOf({ names, p }: Pmf, unit: Unit): string {
  const operand = names.map((name, i) => `${name}=${decimalOf(p[i]!)}`).join(",");
  const words = ["surprisal", "entropy", shellWord(operand)];
  if (unit !== "bits") words.push("--unit", unit);
  return words.join(" ");
}
