import type { Probabilities, Unit } from "@surprisal/core";
import { decimalOf, shellWord } from "../../figure/shellWord.ts";
import type { Policy } from "./model.ts";

/** The command that prints how far a policy is from the reference, D(Q‖P): the policy comes first, since it weighs. */
export function commandOf({ names, p }: Policy, q: Probabilities, unit: Unit): string {
  const policy = names.map((name, i) => `${name}=${q[i]!}`).join(",");
  const words = ["surprisal", "kl", shellWord(policy), shellWord([...p].map(decimalOf).join(","))];
  if (unit !== "bits") words.push("--unit", unit);
  return words.join(" ");
}
