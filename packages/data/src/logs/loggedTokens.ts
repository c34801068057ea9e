import { FormatError } from "../formatError.ts";

/** What training has logged of the tokens that it drew. */
export interface LoggedTokens {
  /** Log-probabilities under the policy, and under the reference. */
  readonly policy: Float64Array;
  readonly reference: Float64Array;
  /** The same under who drew, if that was asked for. */
  readonly draws?: Float64Array;
  /** The number of the sequence of each token. */
  readonly sequence: Int32Array;
  readonly sequences: number;
  /** How many tokens were left out, because their mask is 0 or a log-probability is null or empty. */
  readonly leftOut: number;
  /** How many log-probabilities were a little above 0, and were taken as 0. */
  readonly aboveZero: number;
}

/** A number as it was found, NaN where it is none and `undefined` where nothing stands, and how to say what is wrong with it. */
export interface Found {
  readonly value: number | undefined;
  refuse(expected: string): never;
}

/** What is known of one token. */
export interface LoggedToken {
  readonly policy: Found;
  readonly reference: Found;
  readonly draws?: Found | undefined;
  readonly mask?: Found | undefined;
}

/** Larger than the rounding of any format in use, smaller than a mistake. */
const rounding = 1e-3;

/** Gathers tokens, one after another. */
export class Log {
  readonly #policy: number[] = [];
  readonly #reference: number[] = [];
  readonly #draws: number[] = [];
  readonly #sequence: number[] = [];
  readonly #numbers = new Map<string, number>();
  #leftOut = 0;
  #aboveZero = 0;

  /** @param sequence What its sequence is called. */
  add({ policy, reference, draws, mask }: LoggedToken, sequence: string): void {
    if (mask && mask.value !== 0 && mask.value !== 1) mask.refuse("a mask of 0 or 1");
    const isKnown = [policy, reference, draws].every((found) => !found || found.value !== undefined);
    if (mask?.value === 0 || !isKnown) {
      this.#leftOut++;
      return;
    }
    this.#policy.push(this.#logProbability(policy));
    this.#reference.push(this.#logProbability(reference));
    if (draws) this.#draws.push(this.#logProbability(draws));
    const number = this.#numbers.get(sequence) ?? this.#numbers.size;
    this.#numbers.set(sequence, number);
    this.#sequence.push(number);
  }

  #logProbability({ value = Number.NaN, refuse }: Found): number {
    if (!(value > -Infinity && value <= rounding)) refuse("a finite log-probability, at most 0");
    if (value > 0) this.#aboveZero++;
    return Math.min(0, value);
  }

  /** All of them. */
  tokens(source: string): LoggedTokens {
    if (this.#policy.length === 0)
      throw new FormatError({
        code: "empty",
        source,
        problem: this.#leftOut > 0 ? `has no token that counts, of ${this.#leftOut}` : "has no tokens",
        expected: "one that counts, with its log-probabilities",
      });
    return {
      policy: Float64Array.from(this.#policy),
      reference: Float64Array.from(this.#reference),
      ...(this.#draws.length > 0 && { draws: Float64Array.from(this.#draws) }),
      sequence: Int32Array.from(this.#sequence),
      sequences: this.#numbers.size,
      leftOut: this.#leftOut,
      aboveZero: this.#aboveZero,
    };
  }
}
