import { logitRows, openModelOutput, readIntegers } from "@surprisal/data";
import { describe, expect, test } from "vitest";
import {
  arraysOf,
  bitsOf,
  counting,
  expected,
  fixture,
  openBytes,
  openFixture,
  patched,
} from "../modelOutputs.ts";

describe("what NumPy saved in archives is read bit by bit", () => {
  test.each(["stored.npz", "deflated.npz", "wide.npz"])("%s", async (name) => {
    const arrays = arraysOf(await openFixture(name));
    expect(Object.keys(arrays)).toEqual(Object.keys(expected[name]));
    for (const count of [1, 4, 7]) expect(await bitsOf(arrays.logits!, count)).toEqual(expected[name].logits);
    if (arrays.targets) expect([...(await readIntegers(arrays.targets))]).toEqual(expected[name].targets);
  });
});

test("only what is stored as it is says where it lies", async () => {
  const placed = async (name: string) => logitRows(arraysOf(await openFixture(name)).logits!).place;
  const { byteOffset } = (await placed("stored.npz"))!;
  const { logits } = expected["stored.npz"];
  const bytes = fixture("stored.npz").slice(byteOffset, byteOffset + 2 * logits.length);
  expect([...new Uint16Array(bytes.buffer)]).toEqual(logits);
  expect(await placed("deflated.npz")).toBeUndefined();
});

test("a deflated array is read forwards, backwards, and from several places at once", async () => {
  const rows = logitRows(arraysOf(await openFixture("deflated.npz")).long!);
  const { shape, sum, last } = expected["deflated.npz"].long;
  expect([rows.rows, rows.vocabulary]).toEqual(shape);
  const read = async (row: number) => {
    const values = new Float32Array(rows.vocabulary);
    await rows.readRows(row, 1, new Uint8Array(values.buffer));
    return values;
  };
  const order = Array.from({ length: rows.rows }, (_, i) => rows.rows - 1 - i);
  const together = await Promise.all(order.map(read));
  // Tenths of at most 10, as singles, summed 163 840 times in doubles.
  const total = together.reduce((all, row) => row.reduce((s, x) => s + x, all), 0);
  expect(total / sum).toBeCloseTo(1, 12);
  expect([...new Uint32Array((await read(rows.rows - 1)).slice(-5).buffer)]).toEqual(last);
  expect(await read(3)).toEqual(together[rows.rows - 1 - 3]);
});

test("opening reads the directory and the headers, not the arrays", async () => {
  const file = counting(fixture("deflated.npz"));
  const output = await openModelOutput("x", () => file);
  expect(arraysOf(output).long!.byteLength).toBe(40 * 4096 * 4);
  expect(file.bytesRead).toBeLessThan(5 * file.byteLength);
});

describe("an archive that lies is refused", () => {
  const stored = fixture("stored.npz");
  const at = (signature: readonly number[]) =>
    stored.findIndex((_, i) => signature.every((byte, j) => stored[i + j] === byte));
  const central = at([0x50, 0x4b, 1, 2]);
  const end = at([0x50, 0x4b, 5, 6]);
  test.each([
    ["no directory", stored.subarray(0, -1), /is where it ends, without a directory/],
    [
      "more entries than there is room for",
      patched(stored, end + 10, [0xfe, 0xff]),
      /says its directory has 65534/,
    ],
    [
      "a directory behind the end",
      patched(stored, end + 16, [0, 0, 0, 0x7f]),
      /has no room for its directory/,
    ],
    ["an entry that is none", patched(stored, central, [0]), /is no entry of a zip directory/],
    ["a method nobody has", patched(stored, central + 10, [99]), /compressed by method 99/],
    ["encryption", patched(stored, central + 8, [1]), /is encrypted/],
    ["two sizes for the same bytes", patched(stored, central + 24, [1]), /stored in/],
    ["a member that is elsewhere", patched(stored, central + 42, [3]), /is not where logits.npy begins/],
    [
      "something else than arrays",
      patched(stored, central + 46, [...new TextEncoder().encode("logits.txt")]),
      /holds logits.txt/,
    ],
  ])("%s", async (_, bytes, message) => {
    await expect(openBytes(bytes)).rejects.toThrow(
      expect.objectContaining({ name: "FormatError", message: expect.stringMatching(message) }),
    );
  });
});

test("deflated bytes that break off are refused where they do", async () => {
  const bytes = fixture("deflated.npz");
  bytes.fill(0xff, 900, 1900);
  const read = async () => bitsOf(arraysOf(await openBytes(bytes, "x.npz")).long!);
  await expect(read()).rejects.toThrow(/x.npz:long: byte \d+ is where its deflated bytes break off/);
});
