import type { Unit } from "@surprisal/core";
import type { Duel } from "./model.ts";

/** The command that prints the numbers of a duel: every probability to its last digit, Q in the order of P. */
export function commandOf({ names, p, q }: Duel, unit: Unit): string {
  const truth = names.map((name, i) => `${name}=${decimal(p[i]!)}`).join(",");
  const model = names.map((_, i) => decimal(q[i]!)).join(",");
  const words = ["surprisal", "compare", inShell(truth), inShell(model)];
  if (unit !== "bits") words.push("--unit", unit);
  return words.join(" ");
}

// Billionths as String writes them, without its exponent below 1e-6.
function decimal(value: number): string {
  return value < 1e-6 && value > 0 ? value.toFixed(9).replace(/0+$/, "") : String(value);
}

// Names hold no quotes, so one pair of them makes any operand one word of the shell.
function inShell(word: string): string {
  return /^[\w.,=+@%-]+$/.test(word) ? word : `'${word}'`;
}
