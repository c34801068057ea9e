import { FormatError } from "../formatError.ts";
import { turnBytes } from "./byteOrder.ts";
import { bitsPerNumber, type NumberType, type StoredArray } from "./storedArray.ts";

type Reader = (view: DataView, at: number) => number;

const readers: Partial<Record<NumberType, Reader>> = {
  i8: (view, at) => view.getInt8(at),
  u8: (view, at) => view.getUint8(at),
  i16: (view, at) => view.getInt16(at, true),
  u16: (view, at) => view.getUint16(at, true),
  i32: (view, at) => view.getInt32(at, true),
  u32: (view, at) => view.getUint32(at, true),
  i64: (view, at) => Number(view.getBigInt64(at, true)),
  u64: (view, at) => Number(view.getBigUint64(at, true)),
};

const stepLength = 1 << 16;

/**
 * The integers of an array, such as the indices of tokens; all of them, in the order of the file.
 *
 * @throws FormatError with the index of a number that 32 bits do not hold, or if the array holds no integers.
 */
export async function readIntegers(array: StoredArray): Promise<Int32Array> {
  const { name, source, type, byteLength } = array;
  const called = name === "" ? source : `${source}:${name}`;
  const reader = readers[type];
  if (reader === undefined)
    throw new FormatError({
      code: "number",
      source: called,
      problem: `holds numbers of type ${type}`,
      expected: "integers",
    });
  const width = bitsPerNumber[type] / 8;
  const integers = new Int32Array(byteLength / width);
  const step = new Uint8Array(Math.min(stepLength, byteLength));
  for (let at = 0; at < byteLength; at += step.length) {
    const bytes = step.subarray(0, byteLength - at);
    await array.read(at, bytes);
    if (array.bigEndian) turnBytes(bytes, width);
    const view = new DataView(bytes.buffer, 0, bytes.length);
    for (let offset = 0; offset < bytes.length; offset += width) {
      const index = (at + offset) / width;
      const value = reader(view, offset);
      integers[index] = value;
      if (integers[index] !== value)
        throw new FormatError({
          code: "range",
          source: called,
          place: { index },
          problem: `is ${value}`,
          expected: "an integer of 32 bits",
        });
    }
  }
  return integers;
}
