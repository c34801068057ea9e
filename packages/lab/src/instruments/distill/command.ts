import type { Probabilities, Unit } from "@surprisal/core";
import { shellWord } from "../../figure/shellWord.ts";

/** The command that prints D(P‖Q), with the orders it comes from. */
export function commandOf(names: readonly string[], p: Probabilities, q: Probabilities, unit: Unit): string {
  const teacher = names.map((name, order) => `${name}=${p[order]!}`).join(",");
  const words = ["surprisal", "kl", shellWord(teacher), shellWord([...q].join(","))];
  if (unit !== "bits") words.push("--unit", unit);
  return words.join(" ");
}
