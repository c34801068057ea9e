import type { ByteSource } from "./byteSource.ts";
import { FormatError } from "./formatError.ts";

// Node keeps strings of a megabyte outside of its heap, and their memory until long after they were used.
const enough = 1 << 16;

/**
 * The text of a UTF-8 source in pieces of 65,536 letters or more (the last may have less), whatever the borders of its chunks; a byte order
 * mark in front is left out.
 *
 * @throws FormatError with the offset of the first byte that is not UTF-8.
 */
export async function* decodeUtf8(source: ByteSource, name: string): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let decoded = 0; // bytes decoded so far
  let text = "";
  let tail = new Uint8Array(0); // their last three: where a sequence that is still open begins
  for await (const chunk of source.chunks())
    for (let start = 0; start < chunk.length; start += enough) {
      const part = chunk.subarray(start, start + enough);
      try {
        text += decoder.decode(part, { stream: true });
      } catch {
        throw notUtf8(name, decoded - tail.length, concat(tail, part));
      }
      tail = openSequence(part.length < 3 ? concat(tail, part) : part.slice(-3));
      decoded += part.length;
      if (text.length < enough) continue;
      yield text;
      text = "";
    }
  if (tail.length > 0) throw notUtf8(name, decoded - tail.length, tail);
  if (text !== "") yield text;
}

/**
 * The whole text of a source that holds a list of values.
 *
 * @throws FormatError if it is not UTF-8, or longer than 256 MiB: such lists do not fit into a string.
 */
export async function readText(source: ByteSource, name: string): Promise<string> {
  const limit = 1 << 28;
  const pieces: string[] = [];
  let length = 0;
  for await (const piece of decodeUtf8(source, name)) {
    pieces.push(piece);
    length += piece.length;
    if (length > limit)
      throw new FormatError({
        code: "size",
        source: name,
        problem: "is longer than 256 MiB",
        expected: "a list of values",
      });
  }
  return pieces.join("");
}

/**
 * Counts the code points of UTF-8 bytes given piece by piece, in memory of a fixed size (a number per possible code point).
 * A byte order mark in front is not counted.
 *
 * @see The decoder of the Encoding Standard, §8.1.1, whose state this is. https://encoding.spec.whatwg.org/#utf-8-decoder
 */
export class CodePointCounter {
  /** At index c, how often code point c occurred. */
  readonly counts = new Float64Array(0x110000);
  #name: string;
  #ascii = new Uint32Array(128); // folded into counts after each piece, so no piece is longer than 2³² bytes
  #read = 0;
  #needed = 0;
  #codePoint = 0;
  #start = 0;
  #lower = 0x80;
  #upper = 0xbf;

  /**
   * @param name What messages call the source.
   * @param offset How many bytes stand before those that will be added.
   */
  constructor(name: string, offset = 0) {
    this.#name = name;
    this.#read = offset;
  }

  /** @throws FormatError with the offset of the first byte that is not UTF-8. */
  add(bytes: Uint8Array): void {
    const { counts } = this;
    const ascii = this.#ascii;
    const { length } = bytes;
    for (let i = 0; i < length; ) {
      if (this.#needed === 0) {
        let byte = bytes[i]!;
        while (byte < 0x80) {
          ascii[byte]!++;
          if (++i === length) break;
          byte = bytes[i]!;
        }
        if (i < length) this.#lead(bytes, i++);
        continue;
      }
      const byte = bytes[i]!;
      if (byte < this.#lower || byte > this.#upper) throw this.#invalid(bytes);
      this.#lower = 0x80;
      this.#upper = 0xbf;
      this.#codePoint = (this.#codePoint << 6) | (byte & 0x3f);
      i++;
      if (--this.#needed === 0 && !(this.#codePoint === 0xfeff && this.#start === 0))
        counts[this.#codePoint]!++;
    }
    for (let c = 0; c < 128; c++) counts[c]! += ascii[c]!;
    ascii.fill(0);
    this.#read += length;
  }

  /** @throws FormatError if the last code point is cut off. */
  end(): void {
    if (this.#needed > 0) throw this.#invalid(new Uint8Array(0));
  }

  /** The code points that occurred, in ascending order. */
  met(): number[] {
    const { counts } = this;
    const met: number[] = [];
    for (let codePoint = 0; codePoint < counts.length; codePoint++)
      if (counts[codePoint]! > 0) met.push(codePoint);
    return met;
  }

  #lead(bytes: Uint8Array, index: number): void {
    const byte = bytes[index]!;
    this.#start = this.#read + index;
    if (byte >= 0xc2 && byte <= 0xdf) {
      this.#needed = 1;
      this.#codePoint = byte & 0x1f;
    } else if (byte >= 0xe0 && byte <= 0xef) {
      if (byte === 0xe0) this.#lower = 0xa0;
      if (byte === 0xed) this.#upper = 0x9f;
      this.#needed = 2;
      this.#codePoint = byte & 0xf;
    } else if (byte >= 0xf0 && byte <= 0xf4) {
      if (byte === 0xf0) this.#lower = 0x90;
      if (byte === 0xf4) this.#upper = 0x8f;
      this.#needed = 3;
      this.#codePoint = byte & 0x7;
    } else throw this.#invalid(bytes);
  }

  #invalid(bytes: Uint8Array): FormatError {
    const likely = likelyEncoding(bytes, this.#start - this.#read, this.#start);
    const file = this.#name === "-" ? "" : ` ${this.#name}`;
    const conversion =
      likely === undefined ? "" : `it looks like ${likely}: iconv -f ${likely} -t UTF-8${file}; `;
    return new FormatError({
      code: "encoding",
      source: this.#name,
      place: { byte: this.#start },
      problem: "does not begin a UTF-8 character",
      expected: "UTF-8 text",
      hint: `${conversion}bytes: counts a file of any kind`,
    });
  }
}

function notUtf8(name: string, start: number, bytes: Uint8Array): unknown {
  try {
    const counter = new CodePointCounter(name, start);
    counter.add(bytes);
    counter.end();
  } catch (error) {
    return error;
  }
  throw new Error(`notUtf8: the bytes at ${start} of ${name} are UTF-8`);
}

/** By a byte order mark; else by a surrounding without control characters, which binary files have. As `iconv` calls it. */
function likelyEncoding(bytes: Uint8Array, index: number, offset: number): string | undefined {
  const first = bytes[index];
  if (
    offset === 0 &&
    ((first === 0xff && bytes[index + 1] === 0xfe) || (first === 0xfe && bytes[index + 1] === 0xff))
  )
    return "UTF-16";
  const around = bytes.subarray(Math.max(0, index - 64), Math.max(0, index + 64));
  const isText = around.length > 0 && around.every((byte) => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d));
  if (!isText) return undefined;
  return around.some((byte) => byte >= 0x80 && byte < 0xa0) ? "WINDOWS-1252" : "ISO-8859-1";
}

function concat(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

// The bytes of a last character that has not all of its bytes yet; at most three.
function openSequence(end: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  for (let back = 1; back <= Math.min(3, end.length); back++) {
    const byte = end[end.length - back]!;
    if (byte < 0x80) break;
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return length > back ? end.slice(-back) : new Uint8Array(0);
  }
  return new Uint8Array(0);
}
