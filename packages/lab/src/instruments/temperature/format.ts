import { formatProbability } from "../../figure/format.ts";
import type { Language } from "../../words/language.ts";

/** A probability as a short word: what is above zero and would need more than four decimals is only said to be near it. */
export function formatShare(value: number, language: Language): string {
  return value > 0 && value < 1e-4 ? "≈0" : formatProbability(value, language);
}
