import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  bytesSource,
  type LogitRows,
  logitRows,
  type ModelOutput,
  openModelOutput,
  type ScoredSequence,
  type SeekableSource,
  type StoredArray,
} from "@surprisal/data";

/** Written by NumPy, safetensors and Python, and what is in them by NumPy's account: reference/modelOutputs.py. */
export const folder = join(import.meta.dirname, "../../../reference/modelOutputs");

export const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(join(folder, name)));

export const expected = JSON.parse(readFileSync(join(folder, "expected.json"), "utf8"));

/** Bytes that notice reading beyond their end, and hold the place of a file. */
export const openBytes = (bytes: Uint8Array, name = "x") =>
  openModelOutput(name, (path) => (path === name ? bytesSource(bytes) : bytesSource(fixture(path))));

export const openFixture = (name: string) => openBytes(fixture(name), name);

export function arraysOf(output: ModelOutput): Record<string, StoredArray> {
  if (output.kind !== "arrays") throw new Error(`the test expected arrays, not ${output.kind}`);
  return Object.fromEntries(output.arrays.map((array) => [array.name, array]));
}

export async function sequencesOf(bytes: Uint8Array | string): Promise<ScoredSequence[]> {
  const output = await openBytes(typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes);
  if (output.kind !== "scores") throw new Error(`the test expected scores, not ${output.kind}`);
  return gathered(output.sequences());
}

export async function gathered<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** All rows as the bits of their numbers, read in blocks of `count`. */
export async function bitsOf(source: StoredArray | LogitRows, count = 2): Promise<number[]> {
  const rows = "readRows" in source ? source : logitRows(source);
  const width = rows.format === "f32" ? 4 : 2;
  const block = new Uint8Array(count * rows.vocabulary * width);
  const bits: number[] = [];
  for (let at = 0; at < rows.rows; at += count) {
    const now = Math.min(count, rows.rows - at);
    await rows.readRows(at, now, block);
    const numbers = width === 4 ? new Uint32Array(block.buffer) : new Uint16Array(block.buffer);
    bits.push(...numbers.subarray(0, now * rows.vocabulary));
  }
  return bits;
}

/** The bytes with some of them replaced. */
export function patched(bytes: Uint8Array, offset: number, by: readonly number[]): Uint8Array {
  const copy = bytes.slice();
  copy.set(by, offset);
  return copy;
}

/** A source that counts the bytes read of it. */
export function counting(bytes: Uint8Array): SeekableSource & { readonly bytesRead: number } {
  const source = bytesSource(bytes);
  let bytesRead = 0;
  return {
    ...source,
    get bytesRead() {
      return bytesRead;
    },
    read(offset, into) {
      bytesRead += into.length;
      return source.read(offset, into);
    },
  };
}
