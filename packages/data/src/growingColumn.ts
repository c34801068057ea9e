type Column = Float64Array | Int32Array | Int8Array;

/** Numbers of which it is not known how many will come. */
export class GrowingColumn<C extends Column> {
  readonly #make: new (
    length: number,
  ) => C;
  #numbers: C;
  #length = 0;

  constructor(make: new (length: number) => C) {
    this.#make = make;
    this.#numbers = new make(1 << 10);
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#numbers.length) {
      const twice = new this.#make(2 * this.#length);
      twice.set(this.#numbers);
      this.#numbers = twice;
    }
    this.#numbers[this.#length++] = value;
  }

  /** Those that have come: no copy, and not to be written to. */
  whole(): C {
    return this.#numbers.subarray(0, this.#length) as C;
  }
}
