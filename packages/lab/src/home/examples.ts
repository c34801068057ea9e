import { counts, entropy, inUnit, klDivergence, normalize, probabilities } from "@surprisal/core";
import { firstReading } from "../tokens/firstReading.ts";
import type { Language } from "../words/language.ts";

const bits = (nats: number) => inUnit(nats, "bits");

/** Bits wasted on a film review by the model of the fourth lesson, which expects too much praise. */
export function filmReview(): number {
  return bits(klDivergence(probabilities([0.5, 0.4, 0.1]), probabilities([0.9, 0.05, 0.05])));
}

/** Bits in each letter of a text, by the frequencies of its own letters; case and everything that is no letter put aside. */
export function bitsPerLetter(text: string): number {
  const seen = new Map<string, number>();
  for (const [letter] of text.toLowerCase().matchAll(/\p{L}/gu))
    seen.set(letter, (seen.get(letter) ?? 0) + 1);
  return bits(entropy(normalize(counts([...seen.values()]))));
}

/** Bits between the two models of the page of tokens for each letter of its example; one looks further back than the other. */
export async function betweenMemories(language: Language): Promise<number> {
  const forwardKl = (await firstReading(language)).reading.comparison?.forwardKl;
  if (!forwardKl) throw new Error("betweenMemories: the example has one model, expected two");
  return bits(forwardKl.mean.value);
}

/** Bits between a fair coin and one that is off by a billionth: a sum of p·log(p/q) drowns this in rounding. */
export function nearlyFairCoin(): number {
  return bits(klDivergence(probabilities([0.5, 0.5]), probabilities([0.5 + 1e-9, 0.5 - 1e-9])));
}

/** Bits wasted on each toss of a fair coin by a model that gives heads 0.9. */
export function unfairModel(): number {
  return bits(klDivergence(probabilities([0.5, 0.5]), probabilities([0.9, 0.1])));
}
