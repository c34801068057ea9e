import type { Unit } from "@surprisal/core";
import { inBillionths } from "../../figure/billionths.ts";
import { decimalOf, shellWord } from "../../figure/shellWord.ts";
import { logitsOf, modelAt, type SoftmaxLoss, targetOf } from "./model.ts";

/** The command that takes the label and the model apart as the figure does, to nine decimals of each. */
export function commandOf(state: SoftmaxLoss, unit: Unit, names: readonly string[]): string {
  const model = modelAt(logitsOf(state), state);
  const operands = [targetOf(state), model].map((p) => {
    const values = [...inBillionths(p)];
    return shellWord(names.map((name, i) => `${name}=${decimalOf(values[i]!)}`).join(","));
  });
  const words = ["surprisal", "compare", ...operands];
  if (unit !== "bits") words.push("--unit", unit);
  return words.join(" ");
}
