import { FormatError } from "./formatError.ts";

/** Counts words given as UTF-16 units. They lie in one array, so that no string is made of a word that is known already. */
export class WordTable {
  readonly #source: string;
  readonly #hashes: number[] = [];
  readonly #starts: number[] = [0];
  readonly #counts: number[] = [];
  #letters = new Uint16Array(1 << 12);
  #slots = new Int32Array(1 << 10); // 1 + the place of a word, or 0; open addressing, at most half full

  /** @param source What messages call the input. */
  constructor(source: string) {
    this.#source = source;
  }

  get size(): number {
    return this.#counts.length;
  }

  /**
   * Counts a word once more.
   *
   * @param units The word, in the first `length` places.
   * @param hash Equal for equal words.
   * @throws FormatError past 2²⁴ − 1 different words.
   */
  add(units: Uint16Array, length: number, hash: number): void {
    const slots = this.#slots;
    let slot = hash & (slots.length - 1);
    for (let found = slots[slot]!; found !== 0; found = slots[slot]!) {
      if (this.#hashes[found - 1] === hash && this.#equals(found - 1, units, length)) {
        this.#counts[found - 1]!++;
        return;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    if (this.size === 2 ** 24 - 1)
      throw new FormatError({
        code: "size",
        source: this.#source,
        problem: "has more than 16 777 215 different words",
        expected: "fewer",
      });
    const start = this.#starts.at(-1)!;
    while (start + length > this.#letters.length) this.#letters = doubled(this.#letters);
    this.#letters.set(units.subarray(0, length), start);
    this.#starts.push(start + length);
    this.#hashes.push(hash);
    slots[slot] = this.#counts.push(1);
    if (2 * this.size > slots.length) this.#rehash();
  }

  /** The words, in the order in which they were first met. */
  names(): string[] {
    return this.#hashes.map((_, word) => {
      let name = "";
      const end = this.#starts[word + 1]!;
      for (let at = this.#starts[word]!; at < end; at += 4096)
        name += String.fromCharCode(...this.#letters.subarray(at, Math.min(end, at + 4096)));
      return name;
    });
  }

  counts(): Float64Array {
    return Float64Array.from(this.#counts);
  }

  #equals(word: number, units: Uint16Array, length: number): boolean {
    const start = this.#starts[word]!;
    if (this.#starts[word + 1]! - start !== length) return false;
    for (let i = 0; i < length; i++) if (this.#letters[start + i] !== units[i]) return false;
    return true;
  }

  #rehash(): void {
    const slots = new Int32Array(2 * this.#slots.length);
    for (const [word, hash] of this.#hashes.entries()) {
      let slot = hash & (slots.length - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = word + 1;
    }
    this.#slots = slots;
  }
}

function doubled(letters: Uint16Array<ArrayBuffer>): Uint16Array<ArrayBuffer> {
  const larger = new Uint16Array(2 * letters.length);
  larger.set(letters);
  return larger;
}
