import fc from "fast-check";
import { expect, test } from "vitest";
import { boundedPerplexity, createRng } from "../../src/index.ts";

const options = () => ({
  ...{ rng: () => createRng(1), resamples: 20 },
  dependence: { kind: "independent" } as const,
});

test("the perplexity of any text between the ends is between theirs; of exact ends it is theirs", () => {
  const token = fc.tuple(
    fc.double({ min: 0, max: 20, noNaN: true }),
    fc.double({ min: 0, max: 9, noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  );
  fc.assert(
    fc.property(fc.array(token, { minLength: 1, maxLength: 12 }), (tokens) => {
      const lower = tokens.map(([least]) => least);
      const upper = tokens.map(([least, width]) => least + width);
      const between = tokens.map(([least, width, share]) => least + share * width);
      const truth = Math.exp(between.reduce((sum, x) => sum + x, 0) / tokens.length);
      const found = boundedPerplexity({ lower, upper }, options())!;
      // A mean of so few doubles is off by less than 10⁻¹³, and e to at most 29 relatively by as much.
      expect(found.lower.value).toBeLessThanOrEqual(truth * (1 + 1e-12));
      expect(found.upper.value).toBeGreaterThanOrEqual(truth * (1 - 1e-12));
      const exact = boundedPerplexity({ lower: between, upper: between }, options())!;
      expect(exact.lower.value / truth).toBeCloseTo(1, 12);
      expect(exact.upper).toEqual(exact.lower);
    }),
  );
});

test("one token without an upper end leaves none; nothing known is nothing", () => {
  const found = boundedPerplexity(
    { lower: [Number.NaN, 1, 1], upper: [Number.NaN, Infinity, 1] },
    options(),
  )!;
  expect([found.tokens, found.upper.value, found.upper.high]).toEqual([2, Infinity, Infinity]);
  expect(found.lower.value).toBeCloseTo(Math.E, 14);
  expect(boundedPerplexity({ lower: [Number.NaN], upper: [Number.NaN] }, options())).toBeUndefined();
});
