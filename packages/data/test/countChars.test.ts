import { codePointName, FormatError } from "@surprisal/data";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countsOf, pieces, resolve, utf8 } from "./sources.ts";

const lengths = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 4 });
const text = fc
  .string({ unit: "binary", minLength: 1 })
  .filter((t) => t.isWellFormed() && !t.startsWith("\ufeff"));

test("chars: equals a count of code points, however the bytes are cut", async () => {
  await fc.assert(
    fc.asyncProperty(text, lengths, async (written, cuts) => {
      const expected: Record<string, number> = {};
      for (const character of written) {
        const name = codePointName(character.codePointAt(0)!);
        expected[name] = (expected[name] ?? 0) + 1;
      }
      expect(await countsOf("chars:f", { f: pieces(utf8(written), cuts) })).toEqual(expected);
    }),
  );
});

test("a byte order mark is not counted in front, and is anywhere else", async () => {
  expect(await countsOf("chars:f", { f: "\ufeffa\ufeff" })).toEqual({ a: 1, "U+FEFF": 1 });
});

test("names of code points are all different and none is invisible", () => {
  const seen = new Set<string>();
  for (let c = 0; c < 0x110000; c++) {
    if (c >= 0xd800 && c < 0xe000) continue;
    const name = codePointName(c);
    if (name.trim() !== name) throw new Error(`U+${c.toString(16)} has the name "${name}"`);
    seen.add(name);
  }
  expect(seen.size).toBe(0x110000 - 0x800);
  expect([10, 32, 0x41, 0xf1, 0x301, 0x200b, 0x1f600].map(codePointName)).toEqual([
    "\\n",
    "␣",
    "A",
    "ñ",
    "U+0301",
    "U+200B",
    "😀",
  ]);
});

// Offsets from the definition of UTF-8 (RFC 3629): the first byte of the first sequence that is none.
describe("bytes that are not UTF-8 are refused at the byte where the fault begins", () => {
  test.each([
    ["a lone continuation", [0x61, 0x80], 1],
    ["Latin-1 ñ before a letter", [0x61, 0x62, 0xf1, 0x6f], 2],
    ["an overlong slash", [0xc0, 0xaf], 0],
    ["an overlong NUL of three bytes", [0x61, 0xe0, 0x80, 0x80], 1],
    ["a surrogate", [0xed, 0xa0, 0x80], 0],
    ["past U+10FFFF", [0x61, 0x61, 0xf4, 0x90, 0x80, 0x80], 2],
    ["cut off at the end", [0x61, 0xe2, 0x82], 1],
    ["a lead byte after an open sequence", [0xe2, 0x82, 0xe2, 0x82, 0xac], 0],
    ["UTF-16", [0xff, 0xfe, 0x61, 0x00], 0],
  ])("%s", async (_, values, byte) => {
    const bytes = Uint8Array.from(values);
    for (const form of ["chars", "words"]) {
      for (let cut = 1; cut <= bytes.length; cut++) {
        const refused = expect(resolve(`${form}:f`, { f: pieces(bytes, [cut]) })).rejects;
        await refused.toThrow(expect.objectContaining({ code: "encoding", source: "f", place: { byte } }));
      }
    }
  });

  test.each([
    ["ISO-8859-1", [..."se\u00f1or"].map((c) => c.charCodeAt(0))],
    ["WINDOWS-1252", [0x93, 0x61, 0x94, 0x20, 0xe9]],
    ["UTF-16", [0xff, 0xfe, 0x61, 0x00, 0x62, 0x00]],
  ])("%s is recognised, and how to convert it is said", async (encoding, values) => {
    for (const form of ["chars", "words"])
      await expect(
        resolve(`${form}:f.txt`, { "f.txt": pieces(Uint8Array.from(values), [9]) }),
      ).rejects.toThrow(
        expect.objectContaining({
          hint: `it looks like ${encoding}: iconv -f ${encoding} -t UTF-8 f.txt; bytes: counts a file of any kind`,
        }),
      );
  });

  test("what has control characters is not taken for text", async () => {
    await expect(
      resolve("chars:f", { f: pieces(Uint8Array.of(0x61, 0x00, 0x01, 0xe9, 0x61), [9]) }),
    ).rejects.toThrow(expect.objectContaining({ hint: "bytes: counts a file of any kind" }));
  });

  test("any bytes are counted, or refused with an offset: chars and words agree with TextDecoder", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1 }), lengths, async (bytes, cuts) => {
        const results = [];
        for (const form of ["chars", "words"]) {
          results.push(
            await resolve(`${form}:f`, { f: pieces(bytes, cuts) }).catch((error) => {
              expect(error).toBeInstanceOf(FormatError);
              return error.code === "encoding" ? error.place : undefined;
            }),
          );
        }
        const [chars, words] = results.map((result) => result?.byte);
        expect(words).toBe(chars);
        if (chars === undefined) new TextDecoder("utf-8", { fatal: true }).decode(bytes);
        else {
          new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, chars));
          expect(() => new TextDecoder("utf-8", { fatal: true }).decode(bytes)).toThrow(TypeError);
        }
      }),
    );
  });
});
