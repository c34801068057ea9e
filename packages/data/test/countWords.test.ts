import fc from "fast-check";
import { expect, test } from "vitest";
import { countsOf, pieces, resolve, utf8 } from "./sources.ts";

test("words are runs of letters and digits with inner apostrophes, lower-cased", async () => {
  expect(await countsOf("words:f", { f: "Don’t stop: don't! 'Tis 2 a.m. — a well-being, l'été." })).toEqual({
    "don't": 2,
    stop: 1,
    tis: 1,
    "2": 1,
    a: 2,
    m: 1,
    well: 1,
    being: 1,
    "l'été": 1,
  });
});

test("composed and decomposed letters make the same word", async () => {
  expect(await countsOf("words:f", { f: "ñandú n\u0303andu\u0301 ÑANDÚ" })).toEqual({ ñandú: 3 });
});

const letters = fc.string({
  unit: fc.constantFrom(..."aAbñÑé'’ \n.-1\u0301日😀"),
  minLength: 1,
  maxLength: 60,
});

test("words do not depend on how the bytes are cut", async () => {
  await fc.assert(
    fc.asyncProperty(
      letters,
      fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 3 }),
      async (text, cuts) => {
        const whole = await resolve("words:f", { f: text }).catch((error) => error.message);
        const cut = await resolve("words:f", { f: pieces(utf8(text), cuts) }).catch((error) => error.message);
        expect([cut.names, [...(cut.counts ?? cut)]]).toEqual([whole.names, [...(whole.counts ?? whole)]]);
      },
    ),
  );
});

test("words equal a count by another rule, on text where both must agree", async () => {
  const words = fc.array(fc.string({ unit: fc.constantFrom(..."abcñ"), minLength: 1, maxLength: 3 }), {
    minLength: 1,
  });
  await fc.assert(
    fc.asyncProperty(words, async (list) => {
      const expected: Record<string, number> = {};
      for (const word of list) expected[word] = (expected[word] ?? 0) + 1;
      expect(await countsOf("words:f", { f: pieces(utf8(list.join(" ")), [3, 1]) })).toEqual(expected);
    }),
  );
});

const pattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu;
const unicode = fc.string({
  unit: fc.oneof(
    letters,
    fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
    fc.constantFrom("Σ", "İ", "ᄒ", "ᅡ", "ᆫ", "ﬁ", "Å", "𐐀"),
  ),
  maxLength: 30,
});

test("words equal the definition written as a regular expression, on any text", async () => {
  await fc.assert(
    fc.asyncProperty(unicode, async (written) => {
      const text = written.toWellFormed().replace(/^\ufeff+/, "");
      const expected = new Map<string, number>();
      for (const [match] of text.matchAll(pattern)) {
        const word = match.normalize("NFC").replaceAll("’", "'").toLowerCase();
        expected.set(word, (expected.get(word) ?? 0) + 1);
      }
      const found = await resolve("words:f", { f: text }).catch((error) => error);
      expect(found.names ?? found.code).toEqual(expected.size > 0 ? [...expected.keys()] : "empty");
      expect([...(found.counts ?? [])]).toEqual([...expected.values()]);
    }),
    { numRuns: 2000 },
  );
});

test("a hundred thousand different words are told apart", async () => {
  const text = Array.from({ length: 200_000 }, (_, i) => `w${i % 100_000}`).join(" ");
  const { names, counts } = await resolve("words:f", { f: text });
  expect(new Set(names).size).toBe(100_000);
  expect(counts!.length).toBe(100_000);
  expect(Math.min(...counts!)).toBe(2);
});

test("text without spaces passes; one word without end does not", async () => {
  const { counts } = await resolve("words:f", { f: pieces(utf8("日本語。".repeat(50_000)), [65_536]) });
  expect([...counts!]).toEqual([50_000]);
  await expect(resolve("words:f", { f: pieces(utf8("a".repeat(200_000)), [65_536]) })).rejects.toThrow(
    "f: has a word of more than 65,535 letters, expected text with spaces",
  );
  await expect(resolve("words:f", { f: "… —" })).rejects.toThrow("f: has no words, expected at least one");
});
