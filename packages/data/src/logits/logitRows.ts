import type { RowFormat } from "@surprisal/core/rows";
import { FormatError } from "../formatError.ts";
import { turnBytes } from "./byteOrder.ts";
import { reusedBytes } from "./reusedBytes.ts";
import { bitsPerNumber, type NumberType, type StoredArray, shapeText } from "./storedArray.ts";

/** How the rows of a file are stored: as numbers, or as the 16-bit codes of llama.cpp. */
export type StoredFormat = RowFormat | "f64" | "llama16";

/** Rows of logits or log-probabilities in a file, read by blocks of rows. The file is never held whole. */
export interface LogitRows {
  readonly rows: number;
  /** How many numbers a row has. */
  readonly vocabulary: number;
  /** What the bytes of `readRows` are. */
  readonly format: RowFormat;
  /** What the file holds. Doubles and llama.cpp's codes are given as singles. */
  readonly stored: StoredFormat;
  /** How the rows are laid out in the file: all sides of the array but the last. */
  readonly sides: readonly number[];
  /** Where the rows lie, if their bytes in the file are what `readRows` gives: a worker can then read them for itself. */
  readonly place?: { readonly source: string; readonly byteOffset: number };
  /**
   * Writes rows into `into`, little end first, from its first byte on.
   *
   * @throws RangeError if there are not so many rows, or `into` is too small for them.
   */
  readRows(start: number, count: number, into: Uint8Array): Promise<void>;
}

export const bytesOfFormat: Readonly<Record<RowFormat, number>> = { f32: 4, f16: 2, bf16: 2 };

/**
 * The rows of an array: its last side is the vocabulary, and the others are the rows.
 *
 * @throws FormatError if the array has no sides, no numbers, or numbers that are no logits.
 */
export function logitRows(array: StoredArray): LogitRows {
  const { shape, type, name, source, byteOffset, bigEndian } = array;
  const called = name === "" ? source : `${source}:${name}`;
  const stored = storedFormat(type, called);
  const vocabulary = shape.at(-1) ?? 0;
  const sides = shape.slice(0, -1);
  const rows = sides.reduce((product, side) => product * side, 1);
  if (rows * vocabulary === 0)
    throw new FormatError({
      code: "empty",
      source: called,
      problem: `has the shape ${shape.length === 0 ? "()" : shapeText(shape)}`,
      expected: "rows of logits",
    });
  const width = bitsPerNumber[type] / 8;
  const raw = async (start: number, bytes: Uint8Array) => {
    await array.read(start * vocabulary * width, bytes);
    if (bigEndian) turnBytes(bytes, width);
  };
  const format = stored === "f64" ? "f32" : stored;
  const scratch = reusedBytes();
  const isAsGiven = stored !== "f64" && !bigEndian && byteOffset !== undefined;
  return {
    rows,
    vocabulary,
    format,
    stored,
    sides,
    ...(isAsGiven && { place: { source, byteOffset } }),
    async readRows(start, count, into) {
      const bytes = checkedBlock({ rows, vocabulary, format }, start, count, into);
      if (stored !== "f64") return raw(start, bytes);
      const raw8 = scratch.take(Math.min(count, rowsAtOnce(8 * vocabulary)) * vocabulary * 8);
      const doubles = new Float64Array(raw8.buffer, 0, raw8.length / 8);
      const singles = new Float32Array(raw8.buffer, 0, doubles.length);
      for (let done = 0; done < count; ) {
        const now = Math.min(count - done, doubles.length / vocabulary);
        const length = now * vocabulary;
        await raw(start + done, raw8.subarray(0, length * 8));
        // Each single is written over the doubles that were read before it.
        for (let i = 0; i < length; i++) singles[i] = doubles[i]!;
        bytes.set(raw8.subarray(0, length * 4), done * vocabulary * 4);
        done += now;
      }
      scratch.giveBack(raw8);
    },
  };
}

/** How many rows to take through a buffer of our own at a time. */
export function rowsAtOnce(bytesPerRow: number): number {
  return Math.max(1, Math.floor((1 << 20) / bytesPerRow));
}

/** The bytes of `into` that these rows fill. */
export function checkedBlock(
  { rows, vocabulary, format }: Pick<LogitRows, "rows" | "vocabulary" | "format">,
  start: number,
  count: number,
  into: Uint8Array,
): Uint8Array {
  if (
    !(Number.isInteger(start) && Number.isInteger(count) && start >= 0 && count >= 0 && start + count <= rows)
  )
    throw new RangeError(`readRows: rows ${start} to ${start + count}, expected some of ${rows}`);
  const length = count * vocabulary * bytesOfFormat[format];
  if (into.length < length)
    throw new RangeError(`readRows: into.length is ${into.length}, expected at least ${length}`);
  return into.subarray(0, length);
}

function storedFormat(type: NumberType, source: string): RowFormat | "f64" {
  if (type === "f32" || type === "f16" || type === "bf16" || type === "f64") return type;
  throw new FormatError({
    code: "number",
    source,
    problem: `holds numbers of type ${type}`,
    expected: "f16, bf16, f32 or f64",
  });
}
