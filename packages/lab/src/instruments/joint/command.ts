import type { Unit } from "@surprisal/core";
import { shellWord } from "../../figure/shellWord.ts";
import { type Joint, measure, nameOfCell } from "./model.ts";

/** The command that prints the information with every cell's part of it: the divergence of the joint distribution from the product. */
export function commandOf(joint: Joint, unit: Unit): string {
  const { cells, product } = measure(joint);
  const operand = (values: readonly number[]) =>
    shellWord(values.map((value, i) => `${nameOfCell(joint, i)}=${decimal(value)}`).join(","));
  const words = ["surprisal", "kl", operand(cells), operand(product)];
  if (unit !== "bits") words.push("--unit", unit);
  return words.join(" ");
}

// Products of billionths have eighteen decimals; twelve are more than a page shows, and fit on it.
function decimal(value: number): string {
  return value.toFixed(12).replace(/\.?0+$/, "");
}
