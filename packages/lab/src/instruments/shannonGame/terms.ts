import { entropyContributions, inUnit, type Nats, normalize, type Unit } from "@surprisal/core";
import { formatFactor, logOf } from "../../figure/format.ts";
import type { Term } from "../../figure/LiveFormula.svelte";
import { fill } from "../../words/fill.ts";
import type { Language } from "../../words/language.ts";
import { formatNumber } from "../../words/number.ts";
import type { ShannonWords } from "./words/en.ts";

/** How many numbers of guesses are told apart; all that are larger are put together. */
export const toldApart = 8;

/** How often each number of guesses was needed, the last standing for that one and all above. */
export function sharesOf(ranks: readonly number[]): number[] {
  const q = [...normalize([...ranks])];
  return [...q.slice(0, toldApart), q.slice(toldApart).reduce((a, b) => a + b, 0)];
}

/** The terms of H(q), in order of guesses; those of many guesses as one. */
export function termsOf(
  ranks: readonly number[],
  unit: Unit,
  words: ShannonWords,
  language: Language,
): Term[] {
  const q = normalize([...ranks]);
  const pieces = entropyContributions(q);
  const write = (nats: Nats) => formatNumber(inUnit(nats, unit), language, { digits: 2 });
  const terms = Array.from({ length: toldApart }, (_, i): Term => {
    const value = write(pieces[i]!);
    const factor = formatFactor(q[i]!, language);
    const numbers = q[i] === 0 ? "0" : `${factor} ${logOf[unit]} 1/${factor}`;
    return { numbers, value, sentence: fill(words.term, { guesses: String(i + 1), numbers, value }) };
  });
  const value = write(pieces.slice(toldApart).reduce((a, b) => a + b, 0));
  const sentence = fill(words.restTerm, { guesses: String(toldApart + 1), value });
  return [...terms, { numbers: words.rest, value, sentence }];
}
