import type { Unit } from "@surprisal/core";
import type { Measures } from "./measure.ts";

/** The command that prints the upper bound: the entropy of the numbers of guesses. */
export function commandOf({ you }: Measures, unit: Unit): string {
  const ranks = you?.ranks ?? [1];
  const last = ranks.findLastIndex((times) => times > 0);
  const times = ranks.slice(0, last + 1).map((x) => String(Number(x.toFixed(9))));
  const words = ["surprisal", "entropy", `counts:${times.join(",")}`];
  if (unit !== "bits") words.push("--unit", unit);
  return words.join(" ");
}
