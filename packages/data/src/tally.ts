import { FormatError } from "./formatError.ts";

/** Counts names, in the order in which they were first met. Memory grows with the number of different names only. */
export class Tally {
  readonly #index = new Map<string, number>();
  readonly #counts: number[] = [];
  readonly #source: string;

  /** @param source What messages call the input. */
  constructor(source: string) {
    this.#source = source;
  }

  get size(): number {
    return this.#counts.length;
  }

  /**
   * Counts a name once more.
   *
   * @returns The place of the name, from 0.
   * @throws FormatError past 2²⁴ − 1 different names, which is as many as a Map holds.
   */
  add(name: string): number {
    const known = this.#index.get(name);
    if (known !== undefined) {
      this.#counts[known]!++;
      return known;
    }
    if (this.size === 2 ** 24 - 1)
      throw new FormatError({
        code: "size",
        source: this.#source,
        problem: "has more than 16 777 215 different values",
        expected: "fewer",
      });
    // A piece of a longer string keeps all of that string alive; this copy does not.
    this.#index.set(` ${name}`.slice(1), this.size);
    return this.#counts.push(1) - 1;
  }

  names(): string[] {
    return [...this.#index.keys()];
  }

  counts(): Float64Array {
    return Float64Array.from(this.#counts);
  }
}
