import type { Unit } from "@surprisal/core";
import type { Surprise } from "./model.ts";

/** The command that prints the surprise of the event, or of both together beside whatever else can happen. */
export function commandOf({ p }: Surprise, unit: Unit): string {
  const [a = 1, b] = p;
  const outcomes =
    b === undefined
      ? { A: a, "not-A": 1 - a }
      : { "A+B": a * b, A: a * (1 - b), B: (1 - a) * b, neither: (1 - a) * (1 - b) };
  const operand = Object.entries(outcomes)
    .map(([name, value]) => `${name}=${value}`)
    .join(",");
  return `surprisal entropy ${operand}${unit === "bits" ? "" : ` --unit ${unit}`}`;
}
