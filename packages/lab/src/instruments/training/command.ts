import type { Unit } from "@surprisal/core";
import { decimalOf, shellWord } from "../../figure/shellWord.ts";
import type { Followers } from "./followers.ts";

/** The command that compares the text with the model after the commonest context: one of the contexts the loss is a mean over. */
export function commandOf({ names, p, q }: Followers, unit: Unit): string {
  const operands = [p, q].map((side) =>
    shellWord(names.map((name, i) => `${name}=${decimalOf(side[i]!)}`).join(",")),
  );
  const words = ["surprisal", "compare", ...operands];
  if (unit !== "bits") words.push("--unit", unit);
  return words.join(" ");
}

/** The table of what is learned from, as the reader can save it. */
export const pairsFile = "letters.csv";

/** The command that prints the floor as H(Y|X): what is left of the next letter once those before it are known. */
export function floorCommandOf(unit: Unit): string {
  const words = ["surprisal", "mi", `${pairsFile}:before,next`];
  if (unit !== "bits") words.push("--unit", unit);
  return words.join(" ");
}
