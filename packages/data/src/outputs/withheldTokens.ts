import type { Nats } from "@surprisal/core";
import { GrowingColumn } from "../growingColumn.ts";
import { leastSurprise } from "../scores/leastSurprise.ts";
import { halfUnitOf } from "../scores/listedPair.ts";
import type { ScoredSequence } from "../scores/scoredSequence.ts";

/**
 * The tokens of a file of scores that came without their log-probability though the model gave them one, taken sequence by sequence. They are mostly the least likely of all: who leaves them out
 * finds the others' perplexity, which is too low.
 */
export class WithheldTokens {
  readonly #places = new GrowingColumn(Int32Array);
  readonly #least = new GrowingColumn(Float64Array);
  #tokens = 0;
  #leastListed = 0;

  take(sequence: ScoredSequence): void {
    const halfUnit = halfUnitOf(sequence);
    for (const score of sequence.scores) {
      if (score.isWithheld) {
        this.#places.push(this.#tokens);
        this.#least.push(leastSurprise(score, halfUnit));
      }
      this.#tokens++;
    }
    this.#leastListed = Math.min(this.#leastListed, leastListed(sequence));
  }

  get count(): number {
    return this.#places.length;
  }

  /** The least log-probability in the file. */
  get leastListed(): Nats {
    return this.#leastListed;
  }

  /**
   * Between which values −ln p of what came lies: twice the same where it is known, NaN where nothing came.
   *
   * @param surprise −ln p of each token, NaN where it is not known.
   * @param floor A probability below which no outcome is assumed to be; without it there is no upper end.
   * @returns Nothing if none is withheld.
   */
  ends(surprise: Float64Array, floor = 0): { lower: Float64Array; upper: Float64Array } | undefined {
    if (this.count === 0) return undefined;
    const [lower, upper] = [surprise.slice(), surprise.slice()];
    const least = this.#least.whole();
    for (const [i, place] of this.#places.whole().entries()) {
      lower[place] = least[i]!;
      upper[place] = Math.max(least[i]!, 0 - Math.log(floor));
    }
    return { lower, upper };
  }

  /** The same as texts are cut that are compared by bytes. */
  among(surprise: Float64Array, floor?: number): { surprise: Float64Array; atMost?: Float64Array } {
    const ends = this.ends(surprise, floor);
    return ends ? { surprise: ends.lower, atMost: ends.upper } : { surprise };
  }
}

/** The least log-probability of a sequence. */
export function leastListed({ scores }: ScoredSequence): Nats {
  let least = 0;
  for (const score of scores)
    for (const { logProbability = 0 } of [score, ...score.top])
      if (logProbability < least) least = logProbability;
  return least;
}
