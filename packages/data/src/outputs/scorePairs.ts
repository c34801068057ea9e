import { FormatError } from "../formatError.ts";
import type { ScoredSequence } from "../scores/scoredSequence.ts";
import { BytePairs, type BytesSideBySide, spansOf, unknownBytes } from "./bytePairs.ts";
import { knowsBytes } from "./scoredTokens.ts";
import { type ListedQuestions, TokenPairs, type TokensSideBySide } from "./tokenPairs.ts";
import { leastListed } from "./withheldTokens.ts";

/** One text by two models: token by token, or by stretches that both cut it into. */
export type ScorePairs<M extends string = never> = TokensSideBySide<M> | BytesSideBySide;

/**
 * Two files of scores of the same texts, in the same order, taken sequence by sequence: what is kept of each are numbers, in columns. Where the tokens are not the same, the bytes have to be.
 */
export class ScorePairing<M extends string = never> {
  readonly #base: string;
  readonly #candidate: string;
  readonly #floor: number | undefined;
  readonly #sequences = { base: 0, candidate: 0 };
  readonly #byBytes = new BytePairs();
  /** As long as all are of the same tokens. */
  #byTokens: TokenPairs<M> | undefined;
  /** The first sequence whose bytes are not known: what matters if another is of other tokens. */
  #unknown: FormatError | undefined;
  #fault: unknown;

  /** @param base What messages call the two files. */
  constructor(base: string, candidate: string, questions: ListedQuestions<M>) {
    this.#base = base;
    this.#candidate = candidate;
    this.#floor = questions.floor;
    this.#byTokens = new TokenPairs(questions);
  }

  /** Takes the next sequence of either; `undefined` of a file that has no more. */
  take(one: ScoredSequence | undefined, other: ScoredSequence | undefined): void {
    if (one) this.#sequences.base++;
    if (other) this.#sequences.candidate++;
    if (!one || !other || this.#fault) return;
    try {
      this.#takeBoth(one, other);
    } catch (fault) {
      // It is not what is wrong with the file if that has not as many sequences.
      this.#fault = fault;
      this.#byTokens = undefined;
    }
  }

  #takeBoth(one: ScoredSequence, other: ScoredSequence): void {
    if (this.#byTokens?.take(one, other)) {
      if (!knowsBytes(one)) this.#unknown ??= unknownBytes(this.#base, one);
      if (!knowsBytes(other)) this.#unknown ??= unknownBytes(this.#candidate, other);
      return;
    }
    if (this.#unknown) throw this.#unknown;
    this.#byTokens?.giveTo(this.#byBytes);
    this.#byTokens = undefined;
    const spans = spansOf([this.#base, one], [this.#candidate, other], this.#floor);
    this.#byBytes.take(spans, Math.min(leastListed(one), leastListed(other)));
  }

  /** @throws FormatError if one has more sequences, or naming the first sequence that is of another text. */
  whole(): ScorePairs<M> {
    const { base, candidate } = this.#sequences;
    if (base !== candidate)
      throw new FormatError({
        code: "lengths",
        source: this.#candidate,
        problem: `has ${candidate} ${candidate === 1 ? "sequence" : "sequences"}`,
        expected: `${base}, as ${this.#base} has`,
      });
    if (this.#fault) throw this.#fault;
    return (this.#byTokens ?? this.#byBytes).whole();
  }
}
