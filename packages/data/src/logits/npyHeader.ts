import { excerpt, FormatError } from "../formatError.ts";
import { bytesOf, type NumberType } from "./storedArray.ts";

/** What the header of an `.npy` file says, and how long it is. */
export interface NpyHeader {
  readonly type: NumberType;
  readonly bigEndian: boolean;
  readonly shape: readonly number[];
  readonly byteLength: number;
  readonly headerLength: number;
  readonly note?: string;
}

/** The longest beginning of a header that says how long the header is. */
export const npyPreamble = 12;

/** NumPy's own limit is 10 000; structured types, which are not read, need long ones. */
const longestHeader = 1 << 16;

/**
 * How long the header is, by its first 12 bytes.
 *
 * @see https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
 * @throws FormatError if they are not the beginning of an `.npy` file, or the header would not fit into `available` bytes.
 */
export function npyHeaderLength(start: Uint8Array, available: number, source: string): number {
  const magic = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];
  if (start.length < npyPreamble || magic.some((byte, i) => start[i] !== byte))
    throw new FormatError({
      code: "header",
      source,
      place: { byte: 0 },
      problem: "does not begin as NumPy's arrays do",
      expected: "\\x93NUMPY, a version and a header",
    });
  const version = start[6]!;
  if (version < 1 || version > 3)
    throw new FormatError({
      code: "unsupported",
      source,
      place: { byte: 6 },
      problem: `says version ${version}`,
      expected: "1, 2 or 3",
    });
  const view = new DataView(start.buffer, start.byteOffset, start.byteLength);
  const length = version === 1 ? 10 + view.getUint16(8, true) : 12 + view.getUint32(8, true);
  if (length > available || length > longestHeader)
    throw new FormatError({
      code: length > available ? "truncated" : "header",
      source,
      place: { byte: 8 },
      problem: `says the header is ${length} bytes long`,
      expected: `at most ${Math.min(available, longestHeader)}`,
    });
  return length;
}

/**
 * What a header says.
 *
 * @param bytes All of the header, from the first byte of the file.
 * @throws FormatError if it is malformed, or says something that is not read: pickled objects, fields, Fortran order.
 */
export function parseNpyHeader(bytes: Uint8Array, source: string): NpyHeader {
  const dictionaryAt = bytes[6] === 1 ? 10 : 12;
  const text = new TextDecoder("latin1").decode(bytes.subarray(dictionaryAt));
  const { descr, fortran_order, shape } = dictionary(text, source, dictionaryAt);
  const sides = sidesOf(shape, source, dictionaryAt);
  const element = elementOf(descr, source, dictionaryAt);
  if (fortran_order === "True")
    throw new FormatError({
      code: "unsupported",
      source,
      place: { byte: dictionaryAt },
      problem: "is in Fortran order, which scatters a row over the whole file",
      expected: "C order",
      hint: "save numpy.ascontiguousarray(x) instead",
    });
  const byteLength = bytesOf(element.type, sides, source, dictionaryAt);
  return { ...element, shape: sides, byteLength, headerLength: bytes.length };
}

function malformed(source: string, byte: number, problem: string, expected: string): FormatError {
  return new FormatError({ code: "header", source, place: { byte }, problem, expected });
}

const keys = ["descr", "fortran_order", "shape"] as const;

// The header is a Python dictionary, written by repr(): three keys, in any order.
function dictionary(text: string, source: string, start: number): Record<(typeof keys)[number], string> {
  const found = new Map<string, string>();
  let at = /^\{?[ \n]*/.exec(text)![0].length;
  const entry = /'(\w+)' *: *('[^']*'|True|False|\([\d, L]*\)|\[)[ \n]*(?:,[ \n]*|(?=\}))/y;
  while (!/^\}[ \n]*$/.test(text.slice(at))) {
    entry.lastIndex = at;
    const [whole, key, value] = entry.exec(text) ?? [];
    if (whole === undefined || found.has(key!) || !keys.some((known) => known === key)) {
      if (/^'descr' *: *\[/.test(text.slice(at)))
        throw new FormatError({
          code: "unsupported",
          source,
          place: { byte: start + at },
          problem: "is an array of records with fields",
          expected: "an array of plain numbers",
        });
      throw malformed(
        source,
        start + at,
        `has ${excerpt(text.slice(at, at + 80), 24)} in its header`,
        "'descr', 'fortran_order' and 'shape', once each",
      );
    }
    found.set(key!, value!);
    at += whole.length;
  }
  const missing = keys.find((key) => !found.has(key));
  if (missing !== undefined)
    throw malformed(
      source,
      start,
      `has no '${missing}' in its header`,
      "'descr', 'fortran_order' and 'shape'",
    );
  return Object.fromEntries(found) as Record<(typeof keys)[number], string>;
}

function sidesOf(text: string, source: string, byte: number): number[] {
  const isTuple = text === "()" || /^\(\d+L?(, *\d+L?)*,?\)$/.test(text);
  const shape = isTuple ? (text.match(/\d+/g) ?? []).map(Number) : undefined;
  if (shape === undefined || shape.length > 32 || shape.some((side) => !Number.isSafeInteger(side)))
    throw malformed(
      source,
      byte,
      `has the shape ${excerpt(text, 24)}`,
      "a tuple of at most 32 whole numbers",
    );
  return shape;
}

const types: Readonly<Record<string, NumberType>> = {
  f2: "f16",
  f4: "f32",
  f8: "f64",
  i1: "i8",
  i2: "i16",
  i4: "i32",
  i8: "i64",
  u1: "u8",
  u2: "u16",
  u4: "u32",
  u8: "u64",
  b1: "bool",
  c8: "c64",
  c16: "c128",
};

function elementOf(
  descr: string,
  source: string,
  byte: number,
): Pick<NpyHeader, "type" | "bigEndian" | "note"> {
  const [, order, code] = /^'([<>|=])(\w+)'$/.exec(descr) ?? [];
  if (code === "O")
    throw new FormatError({
      code: "unsupported",
      source,
      place: { byte },
      problem: "holds pickled Python objects, which run code when they are read",
      expected: "numbers",
      hint: "save it with allow_pickle=False, which refuses such an array",
    });
  if (code === "V2")
    return {
      type: "bf16",
      bigEndian: order === ">",
      note: "2-byte elements without a type, read as bfloat16, which ml_dtypes saves so",
    };
  const type = Object.hasOwn(types, code ?? "") ? types[code!] : undefined;
  if (type === undefined)
    throw new FormatError({
      code: "unsupported",
      source,
      place: { byte },
      problem: `has elements of type ${excerpt(descr, 24)}`,
      expected: "f2, f4, f8, an integer or a boolean",
    });
  return { type, bigEndian: order === ">" };
}
