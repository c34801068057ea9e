import { logitRows } from "@surprisal/data";
import { describe, expect, test } from "vitest";
import { arraysOf, bitsOf, expected, fixture, openBytes, openFixture, patched } from "../modelOutputs.ts";

const stored = {
  f2: "f16",
  f4: "f32",
  f8: "f64",
  "big-f2": "f16",
  "big-f4": "f32",
  "big-f8": "f64",
  bf16: "bf16",
  version2: "f32",
  version3: "f32",
  batch: "f32",
  "one-row": "f32",
};

describe("what NumPy saved is read bit by bit", () => {
  test.each(Object.entries(stored))("%s.npy", async (name, type) => {
    const output = await openFixture(`${name}.npy`);
    const array = arraysOf(output)[""]!;
    const { shape, bits } = expected[`${name}.npy`];
    expect(array.shape).toEqual(shape);
    const rows = logitRows(array);
    expect(rows.stored).toBe(type);
    expect(rows.rows * rows.vocabulary).toBe(bits.length);
    for (const count of [1, 3, rows.rows]) {
      const read = await bitsOf(rows, count);
      // Which NaN a conversion gives is left open by IEEE 754.
      const isNoNumber = (x: number) => rows.format === "f32" && (x & 0x7fffffff) > 0x7f800000;
      expect(read.map((x) => (isNoNumber(x) ? "NaN" : x))).toEqual(
        bits.map((x: number) => (isNoNumber(x) ? "NaN" : x)),
      );
    }
  });
});

test("blocks of doubles can be read at once", async () => {
  const rows = logitRows(arraysOf(await openFixture("f8.npy"))[""]!);
  const into = new Uint8Array(4 * 77);
  await Promise.all([0, 1, 2, 3, 4, 5, 6].map((row) => rows.readRows(row, 1, into.subarray(44 * row))));
  const { bits } = expected["f4.npy"];
  // All but the NaN.
  expect([...new Uint32Array(into.buffer)].toSpliced(11, 1)).toEqual(bits.toSpliced(11, 1));
});

test("a batch of sequences has as many rows as places", async () => {
  const { rows, vocabulary, sides } = logitRows(arraysOf(await openFixture("batch.npy"))[""]!);
  expect({ rows, vocabulary, sides }).toEqual({ rows: 6, vocabulary: 4, sides: [2, 3] });
});

test("rows that lie in the file as they are given say where", async () => {
  const place = async (name: string) => logitRows(arraysOf(await openFixture(name))[""]!).place;
  expect(await place("f4.npy")).toEqual({ source: "f4.npy", byteOffset: 128 });
  expect(await place("big-f4.npy")).toBeUndefined();
  expect(await place("f8.npy")).toBeUndefined();
});

test("bfloat16, which NumPy has no name for, is read with a note", async () => {
  expect(arraysOf(await openFixture("bf16.npy"))[""]!.note).toMatch(/bfloat16/);
});

describe("what is not read is refused with the byte and the reason", () => {
  test.each([
    ["fortran.npy", /byte 10 is in Fortran order/, "unsupported"],
    ["pickled.npy", /byte 10 holds pickled Python objects/, "unsupported"],
    ["records.npy", /byte 11 is an array of records/, "unsupported"],
    ["text.npy", /byte 10 has elements of type '<U2'/, "unsupported"],
  ])("%s", async (name, message, code) => {
    await expect(openFixture(name)).rejects.toThrow(
      expect.objectContaining({ name: "FormatError", code, message: expect.stringMatching(message) }),
    );
  });

  test("a single number is no row", async () => {
    const { "": array } = arraysOf(await openFixture("scalar.npy"));
    expect(() => logitRows(array!)).toThrow(/has the shape \(\), expected rows of logits/);
  });

  test("integers are no logits", async () => {
    const { "": array } = arraysOf(await openFixture("targets-i8.npy"));
    expect(() => logitRows(array!)).toThrow(/holds numbers of type i64/);
  });
});

describe("a header that lies is caught before anything is allocated", () => {
  const f4 = fixture("f4.npy");
  const withShape = (shape: string) => {
    const text = `{'descr': '<f4', 'fortran_order': False, 'shape': ${shape}, }`.padEnd(117).concat("\n");
    return patched(f4, 10, [...new TextEncoder().encode(text)]);
  };
  test.each([
    ["more rows than there are", withShape("(8, 11)"), /byte 436 is where it ends, expected bytes up to 480/],
    ["more bytes than can be", withShape("(9007199254740991, 9007199254740991)"), /says its shape is/],
    ["an absurd side beside a zero", withShape("(0, 9007199254740991, 99)"), /says its shape is/],
    ["a number past all", withShape("(99999999999999999999, 1)"), /has the shape \(9999/],
    ["a negative side", withShape("(-7, 11)"), /has 'shape': \(-7/],
    ["no shape", withShape("7"), /has 'shape': 7/],
    ["a header longer than the file", patched(f4, 8, [0xff, 0xff]), /says the header is 65545 bytes long/],
    ["an unknown version", patched(f4, 6, [9]), /byte 6 says version 9/],
    ["the file cut short", f4.subarray(0, 300), /byte 300 is where it ends/],
    ["hardly a file", f4.subarray(0, 9), /does not begin as NumPy/],
  ])("%s", async (_, bytes, message) => {
    await expect(openBytes(bytes)).rejects.toThrow(
      expect.objectContaining({ name: "FormatError", message: expect.stringMatching(message) }),
    );
  });

  test("bytes behind the array are told", async () => {
    const { "": array } = arraysOf(await openBytes(new Uint8Array([...f4, 1, 2, 3])));
    expect(array!.note).toBe("3 bytes follow it, and are left out");
    const { "": other } = arraysOf(await openBytes(new Uint8Array([...f4, 1])));
    expect(other!.note).toBe("1 byte follows it, and is left out");
  });
});

test("readRows refuses rows that are not there, and too small a place for them", async () => {
  const rows = logitRows(arraysOf(await openFixture("f4.npy"))[""]!);
  await expect(rows.readRows(6, 2, new Uint8Array(999))).rejects.toThrow(RangeError);
  await expect(rows.readRows(-1, 1, new Uint8Array(999))).rejects.toThrow(RangeError);
  await expect(rows.readRows(0, 2, new Uint8Array(87))).rejects.toThrow(
    "readRows: into.length is 87, expected at least 88",
  );
});
