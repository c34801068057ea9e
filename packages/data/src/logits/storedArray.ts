import { FormatError } from "../formatError.ts";

/** How a number is stored, and in how many bits. Of the last ones only the name and the size are known. */
export const bitsPerNumber = {
  f16: 16,
  bf16: 16,
  f32: 32,
  f64: 64,
  i8: 8,
  i16: 16,
  i32: 32,
  i64: 64,
  u8: 8,
  u16: 16,
  u32: 32,
  u64: 64,
  bool: 8,
  f8: 8,
  f6: 6,
  f4: 4,
  c64: 64,
  c128: 128,
} as const;

export type NumberType = keyof typeof bitsPerNumber;

/** An array in a file: what it is, and where. All of it can be sent to a worker. */
export interface ArrayLayout {
  /** Its name in the file; empty if the file is the array. */
  readonly name: string;
  /** The file it lies in. */
  readonly source: string;
  readonly type: NumberType;
  readonly bigEndian: boolean;
  readonly shape: readonly number[];
  /** The first of its bytes in that file; absent if they are compressed. */
  readonly byteOffset?: number;
  readonly byteLength: number;
  /** What had to be assumed to read it. */
  readonly note?: string;
}

/** An array whose bytes can be had. */
export interface StoredArray extends ArrayLayout {
  /** Fills `into` with the bytes from `offset` (of the array, not the file) on. */
  read(offset: number, into: Uint8Array): Promise<void>;
}

/**
 * How many bytes an array of this shape takes.
 *
 * @throws FormatError if no file could hold so many.
 */
export function bytesOf(type: NumberType, shape: readonly number[], source: string, byte: number): number {
  let numbers = 1;
  for (const side of shape) numbers *= side;
  // A side of 0 must not hide an absurd other one.
  const most = shape.reduce((product, side) => product * Math.max(side, 1), 1);
  const bits = numbers * bitsPerNumber[type];
  if (most * bitsPerNumber[type] > 8 * Number.MAX_SAFE_INTEGER || bits % 8 !== 0)
    throw new FormatError({
      code: "header",
      source,
      place: { byte },
      problem: `says its shape is ${shapeText(shape)}`,
      expected: "one that a file can hold, in whole bytes",
    });
  return bits / 8;
}

/** `256 × 128256`; a single number has no sides. */
export function shapeText(shape: readonly number[]): string {
  return shape.length === 0 ? "a single number" : shape.join(" × ");
}
