import type { Unit } from "@surprisal/core";
import { decimalOf, shellWord } from "../../figure/shellWord.ts";
import type { Duel } from "./model.ts";

/** The command that prints the numbers of a duel: every probability to its last digit, Q in the order of P. */
export function commandOf({ names, p, q }: Duel, unit: Unit): string {
  const truth = names.map((name, i) => `${name}=${decimalOf(p[i]!)}`).join(",");
  const model = names.map((_, i) => decimalOf(q[i]!)).join(",");
  const words = ["surprisal", "compare", shellWord(truth), shellWord(model)];
  if (unit !== "bits") words.push("--unit", unit);
  return words.join(" ");
}
