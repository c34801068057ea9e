import { fill } from "../../words/fill.ts";
import type { Measures, Pmf } from "./model.ts";
import type { PmfWords } from "./words/en.ts";

/** What the figure has to say where uncertainty ends: at nothing, and at the ceiling. */
export function verdictOf({ names, p }: Pmf, { entropy, room }: Measures, words: PmfWords): string {
  if (entropy === 0) return fill(words.certain, { name: names[[...p].indexOf(1)]! });
  // Bars in billionths may differ from 1/n by one, which comes to less than this.
  return room < 1e-12 ? words.uniform : "";
}
