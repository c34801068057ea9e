import {
  boundedDifference,
  boundedPerplexityRatio,
  createRng,
  differenceEnds,
  pairedDifference,
  scoredComparison,
} from "@surprisal/core";
import fc from "fast-check";
import { expect, test } from "vitest";

const options = () => ({ rng: () => createRng(1), dependence: { kind: "independent" as const } });

/** What is known of surprises of which some are withheld: at least so much, at most so much. */
const surprise = fc.record({
  truth: fc.double({ min: 0.01, max: 12, noNaN: true }),
  isWithheld: fc.boolean(),
  isOpen: fc.boolean(),
  below: fc.double({ min: 0, max: 1, noNaN: true }),
});
type Known = typeof surprise extends fc.Arbitrary<infer T> ? T : never;
const endsOf = (column: readonly Known[]) => ({
  lower: column.map(({ truth, isWithheld, below }) => (isWithheld ? truth * below : truth)),
  upper: column.map(({ truth, isWithheld, isOpen }) =>
    isWithheld ? (isOpen ? Infinity : truth + 1) : truth,
  ),
});
const truthOf = (column: readonly Known[]) => column.map(({ truth }) => truth);
const columns = fc.array(fc.tuple(surprise, surprise), { minLength: 2, maxLength: 30 }).map((pairs) => ({
  one: pairs.map(([of]) => of),
  other: pairs.map(([, of]) => of),
}));

// Means of 30 numbers below 13 differ by their order of summing: 30·13·2⁻⁵³, and exponentials below e¹³ of them by 1e-6 of the value at most.
const off = 1e-12;

test("whatever is withheld, the difference of all is between the ends; so are the perplexities' ratio and difference", () => {
  fc.assert(
    fc.property(columns, ({ one, other }) => {
      const truth = pairedDifference(truthOf(one), truthOf(other), options()).difference.value;
      const found = boundedDifference(endsOf(one), endsOf(other), options())!;
      expect(found.lower.value).toBeLessThanOrEqual(truth + off);
      expect(found.upper.value).toBeGreaterThanOrEqual(truth - off);
      const { perplexityRatio, perplexityDifference } = scoredComparison(
        truthOf(other),
        truthOf(one),
        options(),
      )!;
      const { tokens, ratio, difference } = boundedPerplexityRatio(endsOf(other), endsOf(one), options())!;
      expect(tokens).toBe(one.length);
      for (const [bounds, { value }] of [
        [ratio, perplexityRatio!],
        [difference, perplexityDifference!],
      ] as const) {
        const rounding = 1e-6 * (1 + Math.abs(value));
        expect(bounds.lower.value).toBeLessThanOrEqual(value + rounding);
        expect(bounds.upper.value).toBeGreaterThanOrEqual(value - rounding);
      }
    }),
  );
});

test("where all is known it is the paired difference, with its interval and verdict", () => {
  const rng = createRng(3);
  const one = Array.from({ length: 200 }, () => rng.next());
  const other = one.map((x) => x + 0.1 + 0.2 * rng.next());
  const twice = (column: number[]) => ({ lower: column, upper: column });
  const { difference, verdict, tokens } = pairedDifference(one, other, options());
  expect(boundedDifference(twice(one), twice(other), options())).toEqual({
    ...{ tokens, verdict, lower: difference, upper: difference },
  });
  expect(verdict).toBe("lower");
});

test("a verdict needs both ends: nothing is lower that may be anything above, or higher that may be anything below", () => {
  const rng = createRng(4);
  const low = Array.from({ length: 100 }, () => rng.next());
  const high = low.map((x) => x + 1);
  const open = (column: number[]) => ({
    lower: column,
    upper: column.map((x, i) => (i % 10 === 0 ? Infinity : x)),
  });
  const known = (column: number[]) => ({ lower: column, upper: column });
  const verdict = (...[one, other]: Parameters<typeof differenceEnds>) =>
    boundedDifference(one, other, options())!.verdict;
  expect(verdict(open(low), known(high))).toBe("not distinguishable");
  expect(verdict(open(high), known(low))).toBe("higher");
  expect(verdict(known(low), open(high))).toBe("lower");
  expect(verdict(known(high), open(low))).toBe("not distinguishable");
  expect(verdict(open(high), open(low))).toBe("not distinguishable");
});

test("tokens without one of the two are left out, and leave no end open", () => {
  const one = { lower: [1, Number.NaN, 3], upper: [1, Number.NaN, 4] };
  const other = { lower: [0, 0, 1], upper: [0, Infinity, 2] };
  expect(differenceEnds(one, other)).toEqual({
    lower: Float64Array.of(1, Number.NaN, 1),
    upper: Float64Array.of(1, Number.NaN, 3),
  });
  const nothing = { lower: [Number.NaN], upper: [Number.NaN] };
  expect(boundedDifference(nothing, { lower: [1], upper: [1] }, options())).toBeUndefined();
  expect(boundedPerplexityRatio(nothing, { lower: [1], upper: [1] }, options())).toBeUndefined();
  expect(() => differenceEnds(one, { lower: [1], upper: [1] })).toThrow(
    "differenceEnds: lower has 1 entries, expected 3, one a row",
  );
});
