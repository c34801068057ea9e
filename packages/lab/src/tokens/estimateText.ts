import type { Estimate } from "@surprisal/core";
import { numberText } from "@surprisal/data/report";
import { fill } from "../words/fill.ts";
import type { Language } from "../words/language.ts";
import type { TokensWords } from "./words/en.ts";

/**
 * The interval of an estimate, as a reader of the language writes it.
 *
 * @param shown What is done to a number before it is shown: another unit, for one.
 */
export function intervalText(
  { low, high, method, resamples }: Estimate,
  words: TokensWords,
  language: Language,
  shown: (value: number) => number = (value) => value,
): string {
  const isResampled = method === "percentile" || method === "BCa";
  if (isResampled ? resamples === 0 : low === -Infinity && high === Infinity) return words.unknown;
  const [from, to] = [low, high].map((value) => numberText(shown(value), language)) as [string, string];
  return fill(words.to, { low: from, high: to });
}
