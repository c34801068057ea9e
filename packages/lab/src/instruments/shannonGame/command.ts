import type { Unit } from "@surprisal/core";
import type { Language } from "../../words/language.ts";
import { alphabets } from "./alphabet.ts";
import type { Measures } from "./measure.ts";

/**
 * The command that prints the upper bound: the entropy of the numbers of guesses; before the first guess, that of an alphabet whose letters
 * are all as likely.
 */
export function commandOf({ you }: Measures, language: Language, unit: Unit): string {
  const ranks = you?.ranks ?? Array.from(alphabets[language], () => 1);
  const last = ranks.findLastIndex((times) => times > 0);
  const times = ranks.slice(0, last + 1).map((x) => String(Number(x.toFixed(9))));
  const words = ["surprisal", "entropy", `counts:${times.join(",")}`];
  if (unit !== "bits") words.push("--unit", unit);
  return words.join(" ");
}
