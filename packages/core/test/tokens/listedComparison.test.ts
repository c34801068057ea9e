import {
  boundedComparison,
  createRng,
  hellingerDistance,
  jensenShannonDivergence,
  klDivergence,
  listedComparison,
  listedMeasures,
  totalVariation,
} from "@surprisal/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { pairsOfLists, topList } from "./topLists.ts";

const independent = () =>
  ({ rng: createRng(3), dependence: { kind: "independent" }, resamples: 50 }) as const;
const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;

test("the means of the whole distributions are within, whatever is not listed", () => {
  fc.assert(
    fc.property(fc.array(pairsOfLists, { minLength: 1, maxLength: 8 }), (tokens) => {
      const found = listedComparison(
        tokens.map(({ ofP, ofQ }) => ({ p: ofP, q: ofQ })),
        independent(),
      )!;
      const truths = {
        forwardKl: mean(tokens.map(({ p, q }) => klDivergence(p, q))),
        reverseKl: mean(tokens.map(({ p, q }) => klDivergence(p, q, "reverse"))),
        jensenShannon: mean(tokens.map(({ p, q }) => jensenShannonDivergence(p, q))),
        totalVariation: mean(tokens.map(({ p, q }) => totalVariation(p, q))),
        hellinger: mean(tokens.map(({ p, q }) => hellingerDistance(p, q))),
      };
      expect(found.tokens).toBe(tokens.length);
      for (const [name, truth] of Object.entries(truths)) {
        const { lower, upper } = found[name as keyof typeof truths];
        // Lists know their tails to 10⁻¹⁴; a square root makes 10⁻⁷ of that.
        const slack = name === "hellinger" ? 1e-6 : 1e-11;
        expect(lower.value, name).toBeLessThanOrEqual(truth + slack);
        expect(upper.value, name).toBeGreaterThanOrEqual(truth - slack);
      }
    }),
    { numRuns: 200 },
  );
});

test("whole lists leave nothing open, and a floor bounds KL above", () => {
  const p = Float64Array.of(0.5, 0.3, 0.15, 0.05);
  const q = Float64Array.of(0.4, 0.4, 0.1, 0.1);
  const pair = (k: number) => ({ p: topList(p as never, k), q: topList(q as never, k) });
  const whole = listedComparison([pair(4), undefined, pair(4)], independent())!;
  expect(whole.tokens).toBe(2);
  // The tail that may be there by rounding is 10⁻¹⁴.
  expect(whole.jensenShannon.upper.value - whole.jensenShannon.lower.value).toBeLessThan(1e-12);
  expect(listedComparison([pair(2)], independent())!.forwardKl.upper.value).toBe(Infinity);
  const { forwardKl } = listedComparison([pair(2)], { ...independent(), floor: 0.05 })!;
  const truth = p.reduce((sum, x, i) => sum + x * Math.log(x / q[i]!), 0);
  expect(forwardKl.lower.value).toBeLessThanOrEqual(truth);
  expect(forwardKl.upper.value).toBeGreaterThanOrEqual(truth);
  expect(forwardKl.upper.value).toBeLessThan(1);
});

test("without lists there is nothing to compare", () => {
  expect(listedComparison([undefined], independent())).toBeUndefined();
});

test("of the ends alone, the same as of the lists", () => {
  fc.assert(
    fc.property(fc.array(fc.option(pairsOfLists), { minLength: 1, maxLength: 8 }), (tokens) => {
      const lists = tokens.map((token) => token && { p: token.ofP, q: token.ofQ });
      const boundsOf = (measure: keyof typeof listedMeasures) => {
        const ends = lists.map((pair) => (pair ? listedMeasures[measure](pair) : { lower: NaN, upper: NaN }));
        return { lower: ends.map(({ lower }) => lower), upper: ends.map(({ upper }) => upper) };
      };
      expect(boundedComparison(boundsOf, independent())).toEqual(
        listedComparison(
          lists.map((pair) => pair ?? undefined),
          independent(),
        ),
      );
    }),
    { numRuns: 50 },
  );
  expect(() => boundedComparison(() => ({ lower: [0, 0], upper: [0] }), independent())).toThrow(
    "boundedComparison: upper has 1 entries, expected 2, one a row",
  );
});
