import type { TokenTable } from "@surprisal/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeTokens, encodeTokens } from "../../src/report/encodedTokens.ts";

const number = fc.oneof(fc.double(), fc.constantFrom(Number.NaN, Infinity, -0));
const text = fc.option(fc.string({ unit: "binary" }), { nil: undefined });

const tables = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 }).chain((lengths) => {
  const tokens = lengths.reduce((sum, length) => sum + length, 0);
  const many = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: tokens, maxLength: tokens });
  return fc
    .tuple(
      many(number),
      many(number),
      many(fc.integer({ min: -1, max: 2 ** 31 - 1 })),
      many(text),
      fc.boolean(),
    )
    .map(
      ([one, other, ids, texts, isPair]): TokenTable => ({
        tokens,
        sequence: Int32Array.from(lengths.flatMap((length, i) => new Array<number>(length).fill(i))),
        position: Int32Array.from(lengths.flatMap((length) => Array.from({ length }, (_, i) => i))),
        sequenceNames: lengths.map((_, i) => `<${i}>`),
        target: Int32Array.from(ids),
        text: texts,
        p: { surprise: Float64Array.from(one), top1: Int32Array.from(ids), top1Text: texts },
        ...(isPair && { q: { surprise: Float64Array.from(other) }, forwardKl: Float64Array.from(other) }),
      }),
    );
});

test("a table comes back from JSON to the last bit", () => {
  fc.assert(
    fc.property(tables, (table) => {
      expect(decodeTokens(JSON.parse(JSON.stringify(encodeTokens(table)))).table).toEqual(table);
    }),
  );
});

test("so do the alternatives: texts, numbers, and probability 0", () => {
  const table: TokenTable = { tokens: 1, sequence: Int32Array.of(0), position: Int32Array.of(0), p: {} };
  const alternatives = new Map([
    [
      0,
      {
        p: [
          { text: "a", logProbability: -0.5 },
          { text: "", logProbability: -Infinity },
        ],
        q: [{ id: 7, logProbability: 0 }],
      },
    ],
  ]);
  const encoded = JSON.parse(JSON.stringify(encodeTokens(table, alternatives)));
  expect(decodeTokens(encoded).alternatives).toEqual(alternatives);
});
