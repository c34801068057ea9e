type Column = Float64Array | Int32Array | Int8Array;

const pieceLength = 1 << 15;

/** Numbers of which it is not known how many will come. They stand in pieces, so that what is there is never copied while more comes. */
export class GrowingColumn<C extends Column> {
  readonly #make: new (
    length: number,
  ) => C;
  #pieces: C[] = [];
  #length = 0;

  constructor(make: new (length: number) => C) {
    this.#make = make;
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    const at = this.#length++ % pieceLength;
    if (at === 0) this.#pieces.push(new this.#make(pieceLength));
    this.#pieces[this.#pieces.length - 1]![at] = value;
  }

  /** A copy in one piece. */
  whole(): C {
    const whole = new this.#make(this.#length);
    for (const [i, piece] of this.#pieces.entries()) {
      const start = i * pieceLength;
      whole.set(piece.subarray(0, this.#length - start), start);
    }
    return whole;
  }
}
