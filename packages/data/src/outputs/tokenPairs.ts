import { type Bounds, commonSpans, type ListedPair, likeliestOf } from "@surprisal/core";
import { GrowingColumn } from "../growingColumn.ts";
import { halfUnitOf, listedPair, tokenKey } from "../scores/listedPair.ts";
import type { Alternative, Scored, ScoredSequence } from "../scores/scoredSequence.ts";
import type { BytePairs } from "./bytePairs.ts";
import { numbered } from "./numbered.ts";
import { WithheldTokens } from "./withheldTokens.ts";

/** What is asked of two lists at one token: between which values some measures lie. */
export interface ListedQuestions<M extends string> {
  readonly measures: Readonly<Record<M, (lists: ListedPair, floor?: number) => Bounds>>;
  /** A probability below which no outcome is assumed to be. */
  readonly floor?: number;
}

/** One text by two models, token by token. */
export interface TokensSideBySide<M extends string> {
  by: "tokens";
  /** The number of the sequence of each token. */
  sequence: Int32Array;
  /** −ln p of what came; NaN where it is not known. */
  base: Float64Array;
  candidate: Float64Array;
  /** Of which of these tokens either does not say how likely they were. */
  withheld: { base: WithheldTokens; candidate: WithheldTokens };
  /** 1 where both have the same likeliest token, else 0; −1 where one lists none. */
  top1Agrees: Int8Array;
  /** The ends of a measure; NaN where one lists nothing. */
  boundsOf(measure: M): { lower: Float64Array; upper: Float64Array };
  /** When no more of these will be asked for: they take most of the memory. */
  dropBounds(): void;
  /** The least log-probability listed by either, where both list something. */
  least: number;
}

/** Takes the numbers of tokens that two models have in common, and leaves their lists. */
export class TokenPairs<M extends string> {
  readonly #floor: number | undefined;
  readonly #bounds: { measure: M; of: ListedQuestions<M>["measures"][M]; lower: Column; upper: Column }[];
  readonly #lengths = new GrowingColumn(Int32Array);
  readonly #bytes = new GrowingColumn(Int32Array);
  readonly #base = new GrowingColumn(Float64Array);
  readonly #candidate = new GrowingColumn(Float64Array);
  readonly #top1Agrees = new GrowingColumn(Int8Array);
  readonly #withheld = { base: new WithheldTokens(), candidate: new WithheldTokens() };
  #least = 0;

  constructor({ measures, floor }: ListedQuestions<M>) {
    this.#floor = floor;
    this.#bounds = (Object.keys(measures) as M[]).map((measure) => ({
      ...{ measure, of: measures[measure] },
      ...{ lower: new GrowingColumn(Float64Array), upper: new GrowingColumn(Float64Array) },
    }));
  }

  /** Takes two sequences, if they are of the same tokens. */
  take(one: ScoredSequence, other: ScoredSequence): boolean {
    const keys = one.scores.map(keyOf);
    const isSame = ({ scores }: ScoredSequence) =>
      scores.length === keys.length && scores.every((score, i) => keyOf(score) === keys[i]);
    if (!isSame(other)) return false;
    const halfUnit = { p: halfUnitOf(one), q: halfUnitOf(other) };
    this.#lengths.push(keys.length);
    this.#withheld.base.take(one);
    this.#withheld.candidate.take(other);
    for (const [i, p] of one.scores.entries()) {
      const q = other.scores[i]!;
      this.#bytes.push(keys[i]!.length);
      this.#base.push(surpriseOf(p));
      this.#candidate.push(surpriseOf(q));
      this.#top1Agrees.push(agreement(p, q));
      if (this.#bounds.length > 0) this.#takeLists(listedPair(p, q, halfUnit));
    }
    return true;
  }

  #takeLists(lists: ListedPair | undefined): void {
    const least = lists
      ? Math.min(...Array.from(lists.p.logProbabilities), ...Array.from(lists.q.logProbabilities))
      : Infinity;
    this.#least = Math.min(this.#least, least);
    // Under a floor that is refused when all has been read.
    const isAbove = this.#floor !== undefined && Math.exp(least) >= this.#floor;
    for (const { of, lower, upper } of this.#bounds) {
      const bounds = lists && of(lists, isAbove ? this.#floor : undefined);
      lower.push(bounds?.lower ?? Number.NaN);
      upper.push(bounds?.upper ?? Number.NaN);
    }
  }

  /** The same sequences as stretches of bytes: as other sequences are of other tokens. */
  giveTo(pairs: BytePairs): void {
    const bytes = this.#bytes.whole();
    const withheld = this.#withheld;
    const base = withheld.base.among(this.#base.whole(), this.#floor);
    const candidate = withheld.candidate.among(this.#candidate.whole(), this.#floor);
    const least = Math.min(withheld.base.leastListed, withheld.candidate.leastListed);
    let start = 0;
    for (const length of this.#lengths.whole()) {
      const part = <C extends { subarray(from: number, to: number): C }>(column: C) =>
        column.subarray(start, start + length);
      const of = ({ surprise, atMost }: typeof base) => ({
        ...{ bytes: part(bytes), surprise: part(surprise) },
        ...(atMost && { atMost: part(atMost) }),
      });
      pairs.take(commonSpans(of(base), of(candidate)), least);
      start += length;
    }
  }

  whole(): TokensSideBySide<M> {
    const bounds = this.#bounds;
    return {
      by: "tokens",
      sequence: numbered(this.#lengths.whole()),
      base: this.#base.whole(),
      candidate: this.#candidate.whole(),
      withheld: this.#withheld,
      top1Agrees: this.#top1Agrees.whole(),
      boundsOf(measure) {
        const { lower, upper } = bounds.find((one) => one.measure === measure)!;
        return { lower: lower.whole(), upper: upper.whole() };
      },
      dropBounds() {
        bounds.length = 0;
      },
      least: this.#least,
    };
  }
}

type Column = GrowingColumn<Float64Array>;

/** As many characters as there are bytes, where these are known. */
function keyOf(score: Scored): string {
  return tokenKey(score) ?? score.text;
}

function surpriseOf({ logProbability = Number.NaN }: Scored): number {
  return 0 - logProbability;
}

function agreement(p: Scored, q: Scored): number {
  const [keyOfP, keyOfQ] = [p, q].map((score) => {
    const likeliest = likeliestOf<Alternative>(score);
    return likeliest && tokenKey(likeliest);
  });
  if (keyOfP === undefined || keyOfQ === undefined) return -1;
  return keyOfP === keyOfQ ? 1 : 0;
}
