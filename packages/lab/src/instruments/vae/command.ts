import type { Unit } from "@surprisal/core";
import type { Moment } from "./run.ts";

/** The command that prints what the first number of the first picture's code costs: one of the terms the rate is a mean over. */
export function commandOf({ codes }: Moment, unit: Unit): string {
  const [mean, , sd] = codes[0]!;
  const words = ["surprisal", "gaussian", `'N(${mean},${sd})'`, "'N(0,1)'"];
  if (unit !== "bits") words.push("--unit", unit);
  return words.join(" ");
}
