import { expect, test } from "vitest";
import { targetLengths, textLengths } from "../../src/outputs/textLengths.ts";

const encoder = new TextEncoder();
const of = (...texts: string[]) => textLengths(texts.map((text) => encoder.encode(text)));

test("a word begins where there was white space before, or nothing; however the text is cut", () => {
  expect([...of("Un", " día", " claro", ",", "\n\n", "frío").words]).toEqual([1, 1, 1, 0, 0, 1]);
  const text = "  ¿Qué tal?\tBien,   gracias.\n";
  const words = text.trim().split(/\s+/).length;
  for (const size of [1, 2, 3, 7, 100]) {
    const bytes = encoder.encode(text);
    const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
      bytes.subarray(i * size, (i + 1) * size),
    );
    const found = textLengths(pieces);
    expect(found.words.reduce((sum, x) => sum + x, 0)).toBe(words);
    expect(found.bytes.reduce((sum, x) => sum + x, 0)).toBe(bytes.length);
  }
});

test("of numbers of tokens, each sequence is a text; padding and special tokens are none", () => {
  const texts = ["a", " b", "c", "<end>"];
  const vocabulary = {
    ...{ size: 4, outcomes: 4 },
    bytesOf: (token: number) => (texts[token] === undefined ? undefined : encoder.encode(texts[token])),
    textOf: (token: number) => texts[token],
    isSpecial: (token: number) => token === 3,
  };
  const found = targetLengths(Int32Array.of(0, 2, 1, 3, /**/ 2, 0, -1, -2), 4, vocabulary)!;
  expect([...found.words]).toEqual([1, 0, 1, 0, /**/ 1, 0, 0, 0]);
  expect([...found.bytes]).toEqual([1, 1, 2, 0, /**/ 1, 1, 0, 0]);
  expect(targetLengths(Int32Array.of(0, 9), 2, vocabulary)).toBeUndefined();
});
