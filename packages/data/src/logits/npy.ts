import { cutShort, type SeekableSource } from "../byteSource.ts";
import { npyHeaderLength, npyPreamble, parseNpyHeader } from "./npyHeader.ts";
import type { StoredArray } from "./storedArray.ts";

/**
 * The array of an `.npy` file, as numpy.save writes it.
 *
 * @throws FormatError if it is malformed, too short for what it says, in Fortran order, or pickled.
 */
export async function readNpy(file: SeekableSource, source: string): Promise<StoredArray> {
  return npyAt({ file, start: 0, byteLength: file.byteLength }, source, "");
}

/** A stretch of a file. */
export interface Stretch {
  readonly file: Pick<SeekableSource, "read">;
  readonly start: number;
  readonly byteLength: number;
}

/** The array that a stretch of a file is. */
export async function npyAt(
  { file, start, byteLength }: Stretch,
  source: string,
  name: string,
): Promise<StoredArray> {
  const called = name === "" ? source : `${source}:${name}`;
  const preamble = new Uint8Array(Math.min(npyPreamble, byteLength));
  await file.read(start, preamble);
  const header = new Uint8Array(npyHeaderLength(preamble, byteLength, called));
  await file.read(start, header);
  const { headerLength, ...array } = parseNpyHeader(header, called);
  const end = headerLength + array.byteLength;
  if (end > byteLength) throw cutShort(called, byteLength, end);
  const byteOffset = start + headerLength;
  const rest = byteLength - end;
  const note = [
    array.note,
    ...(rest > 0
      ? [rest === 1 ? "1 byte follows it, and is left out" : `${rest} bytes follow it, and are left out`]
      : []),
  ].filter(Boolean);
  return {
    name,
    source,
    ...array,
    ...(note.length > 0 && { note: note.join("; ") }),
    byteOffset,
    read: (offset, into) => file.read(byteOffset + offset, into),
  };
}
