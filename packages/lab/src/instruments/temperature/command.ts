import type { Unit } from "@surprisal/core";
import { decimalOf, shellWord } from "../../figure/shellWord.ts";
import { drawn, type NextWord } from "./model.ts";

/**
 * The command that prints the numbers of the figure. A temperature has a command of its own; once words are cut, T is written out and
 * compared with P.
 */
export function commandOf(state: NextWord, unit: Unit): string {
  const { names, p, t, k, mass, ratio } = state;
  const model = shellWord(names.map((name, i) => `${name}=${decimalOf(p[i]!)}`).join(","));
  const isCut = k < names.length || mass < 1 || ratio > 0;
  const words = isCut
    ? ["surprisal", "compare", shellWord([...drawn(state)].join(",")), model]
    : ["surprisal", "temperature", model, "--t", String(t)];
  if (unit !== "bits") words.push("--unit", unit);
  return words.join(" ");
}
