import {
  type Bounds,
  hellingerBounds,
  hellingerDistance,
  jensenShannonBounds,
  jensenShannonDivergence,
  klBounds,
  klDivergence,
  type Probabilities,
  type TopList,
  totalVariation,
  totalVariationBounds,
} from "@surprisal/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decimals, pairsOfLists, rounded, topList } from "./topLists.ts";

type Pair = [
  name: string,
  bounds: (p: TopList, q: TopList) => Bounds,
  truth: (p: Probabilities, q: Probabilities) => number,
];
// The Hellinger distance is a root: 10⁻¹⁴ of mass moves it by 10⁻⁷ at 0, so it is compared by its square.
const squared = ({ lower, upper }: Bounds) => ({ lower: lower ** 2, upper: upper ** 2 });
const pairs: Pair[] = [
  ["D(P‖Q)", klBounds, (p, q) => klDivergence(p, q)],
  ["D(Q‖P)", (p, q) => klBounds(q, p), (p, q) => klDivergence(p, q, "reverse")],
  ["JS", jensenShannonBounds, (p, q) => jensenShannonDivergence(p, q)],
  ["TV", totalVariationBounds, totalVariation],
  ["H²", (p, q) => squared(hellingerBounds(p, q)), (p, q) => hellingerDistance(p, q) ** 2],
];
const slack = 1e-12;

describe.each(pairs)("%s", (name, bounds, truth) => {
  test("lies between its bounds, whatever the shapes and however short the lists", () => {
    fc.assert(
      fc.property(pairsOfLists, ({ p, q, ofP, ofQ }) => {
        const { lower, upper } = bounds(ofP, ofQ);
        const value = truth(p, q);
        expect(value).toBeGreaterThanOrEqual(lower - slack);
        expect(value).toBeLessThanOrEqual(upper + slack);
      }),
      { numRuns: 2000 },
    );
  });

  test("lies between its bounds too where the lists are rounded, to whatever decimals each", () => {
    fc.assert(
      fc.property(pairsOfLists, decimals, decimals, ({ p, q, ofP, ofQ }, ofOne, ofOther) => {
        const { lower, upper } = bounds(rounded(ofP, ofOne), rounded(ofQ, ofOther));
        const value = truth(p, q);
        expect(value).toBeGreaterThanOrEqual(lower - slack);
        expect(value).toBeLessThanOrEqual(upper + slack);
      }),
      { numRuns: 3000 },
    );
  });

  test("is left open by nothing where everything is listed", () => {
    fc.assert(
      fc.property(pairsOfLists, ({ p, q }) => {
        const { lower, upper } = bounds(topList(p, p.length), topList(q, q.length));
        const value = truth(p, q);
        if (value === Infinity) expect([lower, upper]).toEqual([Infinity, Infinity]);
        else expect(upper - lower, name).toBeLessThan(1e-11);
      }),
    );
  });
});

test("under a floor that holds, D(P‖Q) has an upper bound, and it is one", () => {
  let finite = 0;
  fc.assert(
    fc.property(pairsOfLists, fc.double({ min: 0.01, max: 1, noNaN: true }), ({ p, q, ofP, ofQ }, share) => {
      const least = Math.min(...q);
      if (!(least > 0)) return;
      const { lower, upper } = klBounds(ofP, ofQ, least * share * (1 - 1e-12));
      expect(klDivergence(p, q)).toBeGreaterThanOrEqual(lower - slack);
      expect(klDivergence(p, q)).toBeLessThanOrEqual(upper + slack);
      if (upper < Infinity) finite++;
    }),
    { numRuns: 2000 },
  );
  expect(finite).toBeGreaterThan(300);
});

test("under a floor it has one of rounded lists too, and it is one", () => {
  let finite = 0;
  fc.assert(
    fc.property(
      pairsOfLists,
      decimals,
      fc.double({ min: 0.01, max: 1, noNaN: true }),
      ({ p, q, ofP, ofQ }, written, share) => {
        const least = Math.min(...q);
        if (!(least > 0)) return;
        const { lower, upper } = klBounds(
          rounded(ofP, written),
          rounded(ofQ, written),
          least * share * (1 - 1e-12),
        );
        expect(klDivergence(p, q)).toBeGreaterThanOrEqual(lower - slack);
        expect(klDivergence(p, q)).toBeLessThanOrEqual(upper + slack);
        if (upper < Infinity) finite++;
      },
    ),
    { numRuns: 2000 },
  );
  expect(finite).toBeGreaterThan(300);
});

test("two lists that differ by their rounding alone may be of one distribution; others may not", () => {
  const list = (log: number, halfUnit: number) => ({
    outcomes: ["a", "b"],
    logProbabilities: [log, log],
    ...{ halfUnit, vocabulary: 2, rounding: 0.02 },
  });
  const apart = (log: number) => ({ ...list(log, 0.005), logProbabilities: [log, -0.11], vocabulary: 3 });
  for (const bounds of [jensenShannonBounds, totalVariationBounds, hellingerBounds, klBounds]) {
    expect(bounds(list(-0.69, 0.005), list(-0.7, 0.05)).lower).toBe(0);
    expect(bounds(apart(-2.41), { ...apart(-2.41), outcomes: ["b", "a"] }).lower).toBeGreaterThan(0.3);
  }
  expect(jensenShannonBounds(list(-0.69, 0), list(-0.7, 0)).lower).toBeGreaterThan(1e-6);
});

test("the usual shortcuts leave the bounds: the sum over the lists, and renormalising", () => {
  // P and Q share the listed part; all of the difference is outside.
  const p = { outcomes: ["a"], logProbabilities: [Math.log(0.5)], vocabulary: 1000 };
  const q = { outcomes: ["a"], logProbabilities: [Math.log(0.6)], vocabulary: 1000 };
  const { lower } = klBounds(p, q);
  // D of the two coins: nothing smaller is possible.
  expect(lower).toBeCloseTo(0.5 * Math.log(0.5 / 0.6) + 0.5 * Math.log(0.5 / 0.4), 5);
  expect(0.5 * Math.log(0.5 / 0.6)).toBeLessThan(lower);
});

test("an excess over what the other list can hide is seen by the total variation", () => {
  const p = { outcomes: ["a", "b"], logProbabilities: [Math.log(0.5), Math.log(0.4)], rounding: 0 };
  const q = { outcomes: ["a", "c"], logProbabilities: [Math.log(0.5), Math.log(0.1)], rounding: 0 };
  // b has 0.4 under P and at most 0.1 under Q; outside a both have 0.5.
  expect(totalVariationBounds(p, q).lower).toBeCloseTo(0.3, 14);
});

test("what cannot be is refused by name", () => {
  const list = { outcomes: ["a", "b"], logProbabilities: [Math.log(0.6), Math.log(0.3)], vocabulary: 12 };
  expect(() => klBounds({ ...list, outcomes: ["a", "a"] }, list)).toThrow(/p.outcomes\[1\] is a again/);
  expect(() => klBounds(list, { ...list, vocabulary: 13 })).toThrow(/q.vocabulary is 13, expected 12/);
  expect(() => klBounds(list, list, 0)).toThrow(/floor is 0/);
  expect(() => klBounds(list, list, 0.4)).toThrow(/q lists 0.29\d*, expected no outcome below the floor 0.4/);
  expect(() => klBounds(list, list, 0.2)).toThrow(/expected at most 0.01/);
});
