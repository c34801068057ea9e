import type { Unit } from "@surprisal/core";
import { decimalOf, shellWord } from "../../figure/shellWord.ts";
import { type Gradients, names } from "./model.ts";

/** The command that prints both divergences of the figure. */
export function commandOf({ p, q }: Gradients, unit: Unit): string {
  const truth = names.map((name, i) => `${name}=${decimalOf(p[i]!)}`).join(",");
  const words = ["surprisal", "compare", shellWord(truth), shellWord([...q].map(decimalOf).join(","))];
  if (unit !== "bits") words.push("--unit", unit);
  return words.join(" ");
}
