type Column = Float64Array | Int32Array | Int8Array;

/** Numbers of which it is not known how many will come. As long as all are the same they take no room. */
export class GrowingColumn<C extends Column> {
  readonly #make: new (
    length: number,
  ) => C;
  /** Not there as long as all are the same. */
  #numbers: C | undefined;
  #first = 0;
  #length = 0;

  constructor(make: new (length: number) => C) {
    this.#make = make;
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === 0) this.#first = value;
    const length = this.#length++;
    if (this.#numbers === undefined) {
      if (Object.is(value, this.#first)) return;
      this.#numbers = this.#filled(Math.max(1 << 10, 2 * length));
    } else if (length === this.#numbers.length) {
      const twice = new this.#make(2 * length);
      twice.set(this.#numbers);
      this.#numbers = twice;
    }
    this.#numbers[length] = value;
  }

  #filled(length: number): C {
    return new this.#make(length).fill(this.#first) as C;
  }

  /** Those that have come: not to be written to. */
  whole(): C {
    return (this.#numbers?.subarray(0, this.#length) as C | undefined) ?? this.#filled(this.#length);
  }
}
