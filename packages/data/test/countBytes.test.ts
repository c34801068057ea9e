import { byteName, bytesSource, countBytes, FormatError, textSource, withProgress } from "@surprisal/data";
import fc from "fast-check";
import { expect, test } from "vitest";
import { pieces, resolve } from "./sources.ts";

function plainCount(bytes: Uint8Array): number[] {
  const counts = Array<number>(256).fill(0);
  for (const byte of bytes) counts[byte]!++;
  return counts;
}

test("countBytes equals a plain count, however the bytes are cut and wherever they lie in memory", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 64 }),
      fc.integer({ min: 1, max: 200 }),
      fc.integer({ min: 0, max: 9 }),
      fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 4 }),
      async (pattern, times, offset, lengths) => {
        const bytes = new Uint8Array(offset + pattern.length * times);
        for (let i = 0; i < times; i++) bytes.set(pattern, offset + i * pattern.length);
        const shifted = bytes.subarray(offset);
        const expected = plainCount(shifted);
        expect([...(await countBytes(bytesSource(shifted, 1 << 20)))]).toEqual(expected);
        expect([...(await countBytes(pieces(shifted, lengths)))]).toEqual(expected);
      },
    ),
  );
});

test("counts go past 2³²: 4100 times a MiB of the same byte", async () => {
  const chunk = new Uint8Array(1 << 20).fill(7);
  const source = {
    async *chunks() {
      for (let i = 0; i < 4100; i++) yield chunk;
    },
  };
  const counts = await countBytes(source);
  expect(counts[7]).toBe(4100 * 2 ** 20);
});

test("bytes: stands for 256 outcomes, named by digits and character", async () => {
  const { names, counts, probabilities } = await resolve("bytes:f", { f: new Uint8Array([65, 65, 10, 255]) });
  expect(names).toHaveLength(256);
  expect(names![65]).toBe("0x41 A");
  expect(new Set(names).size).toBe(256);
  expect(counts![65]).toBe(2);
  expect(probabilities[255]).toBe(0.25);
  expect(byteName(32)).toBe("0x20");
  await expect(resolve("bytes:f", { f: "" })).rejects.toThrow(
    new FormatError({ code: "empty", source: "f", problem: "is empty", expected: "at least one byte" }),
  );
});

test("withProgress tells how many bytes are done after each piece", async () => {
  const heard: unknown[] = [];
  const source = withProgress(bytesSource(new Uint8Array(10), 4), (...told) => heard.push(told));
  await countBytes(source);
  expect(heard).toEqual([
    [4, 10],
    [8, 10],
    [10, 10],
  ]);
  expect(await countBytes(textSource("aa"))).toHaveProperty("97", 2);
});
