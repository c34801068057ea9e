import { commonSpans, compareByBytes, createRng } from "@surprisal/core";
import fc from "fast-check";
import { expect, test } from "vitest";

/** Two ways to cut a text of as many bytes; each cut is in each way or not. */
const cuts = fc
  .array(fc.record({ one: fc.boolean(), other: fc.boolean() }), { minLength: 1, maxLength: 40 })
  .map((places) => {
    const lengths = (name: "one" | "other") => {
      const bytes: number[] = [];
      let length = 0;
      places.forEach((place, i) => {
        length++;
        if (!place[name] && i < places.length - 1) return;
        bytes.push(length);
        length = 0;
      });
      return bytes;
    };
    return { one: lengths("one"), other: lengths("other"), places };
  });
const text = (bytes: number[]) => ({ bytes, surprise: bytes.map((length, i) => length * 3 + i) });
const total = (column: ArrayLike<number>) => Array.from(column).reduce((sum, x) => sum + x, 0);

test("stretches end just where both cut, cover the text, and lose no surprise", () => {
  fc.assert(
    fc.property(cuts, ({ one, other, places }) => {
      const spans = commonSpans(text(one), text(other));
      const common = places.flatMap((place, i) =>
        (place.one && place.other) || i === places.length - 1 ? [i + 1] : [],
      );
      expect([...spans.to]).toEqual(common);
      expect([...spans.from]).toEqual([0, ...common.slice(0, -1)]);
      expect(total(spans.one)).toBe(total(text(one).surprise));
      expect(total(spans.other)).toBe(total(text(other).surprise));
    }),
  );
});

test("a token without a score takes its stretch from both; one of no bytes goes with the next", () => {
  const one = { bytes: [0, 2, 3, 4], surprise: [7, 1, Number.NaN, 5] };
  const other = { bytes: [1, 1, 3, 2, 2, 0], surprise: [1, 1, 1, 2, 2, 9] };
  expect(commonSpans(one, other)).toEqual({
    from: Float64Array.of(0, 5),
    to: Float64Array.of(2, 9),
    one: Float64Array.of(8, 5),
    other: Float64Array.of(2, 4),
  });
});

test("bytes compare models whose tokens cannot be: half the surprise is half, however it is cut", () => {
  const rng = createRng(91);
  const bytes = Array.from({ length: 400 }, () => 1 + Math.floor(4 * rng.next()));
  const surprise = bytes.map((length) => length * (0.5 + rng.next()));
  const pieces = bytes.flatMap((length) => new Array<number>(length).fill(1));
  const share = bytes.flatMap((length, i) => new Array<number>(length).fill((2 * surprise[i]!) / length));
  const spans = commonSpans({ bytes, surprise }, { bytes: pieces, surprise: share });
  const found = compareByBytes(spans, { rng: createRng(1), dependence: { kind: "blocks" } })!;
  expect([found.spans, found.bytes]).toEqual([400, total(bytes)]);
  expect(found.one.value).toBeCloseTo(total(surprise) / total(bytes), 12);
  expect(found.other.value / found.one.value).toBeCloseTo(2, 12);
  expect(found.difference.value).toBeCloseTo(-found.one.value, 12);
  expect(found.verdict).toBe("lower");
});

test("texts of different length, and lengths that are none, are refused", () => {
  expect(() => commonSpans({ bytes: [3], surprise: [1] }, { bytes: [2], surprise: [1] })).toThrow(
    /^commonSpans: other has 2 bytes, expected 3/,
  );
  expect(() => commonSpans({ bytes: [0.5], surprise: [1] }, { bytes: [1], surprise: [1] })).toThrow(
    /^commonSpans: one.bytes\[0\] is 0.5/,
  );
  expect(() => commonSpans({ bytes: [1], surprise: [] }, { bytes: [1], surprise: [1] })).toThrow(
    /^commonSpans: one.surprise has 0 entries/,
  );
});
