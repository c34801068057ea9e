import type { Unit } from "@surprisal/core";
import { type Inference, knownOf } from "./model.ts";

/** The command that prints how far Q is from what is known of the first suitcase alone, both ways. */
export function commandOf(state: Inference, unit: Unit): string {
  const known = knownOf(state);
  const [{ mean, sd }] = state.q;
  const words = ["surprisal", "gaussian", `'N(${six(known.mean)},${six(known.sd)})'`, `'N(${mean},${sd})'`];
  if (unit !== "bits") words.push("--unit", unit);
  return words.join(" ");
}

function six(value: number): string {
  return String(Math.round(value * 1e6) / 1e6);
}
