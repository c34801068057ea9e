import {
  conditionalEntropy,
  counts,
  entropy,
  guessingBounds,
  type JointTable,
  normalize,
  probabilities,
} from "@surprisal/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { distributions } from "../distributions.ts";
import { tables } from "../jointTables.ts";

const u = 2 ** -53;

/** How often each guess is right, of somebody who meets the contexts (rows) and guesses their letters (columns) in an order. */
function ranksOf({ p, shape }: JointTable, order: (a: number, b: number) => number): number[] {
  const [contexts = 0, letters = 0] = shape;
  const ranks = new Array<number>(letters).fill(0);
  for (let row = 0; row < contexts; row++) {
    const likely = [...p].slice(row * letters, (row + 1) * letters).sort(order);
    for (const [i, x] of likely.entries()) ranks[i] = ranks[i]! + x;
  }
  return ranks;
}

test("guessingBounds hold the entropy of the next symbol between them when the guesser is ideal", () => {
  fc.assert(
    fc.property(tables(2), (t) => {
      const h = conditionalEntropy(t, [1], [0]);
      const { lower, upper } = guessingBounds(normalize(ranksOf(t, (a, b) => b - a)));
      // A table of up to 16 cells sums to 1 within 2u, and the ranks are sums of up to 4 of them: each q is off by 8u at most.
      const slack = 64 * u;
      expect(lower).toBeLessThanOrEqual(h + slack);
      expect(h).toBeLessThanOrEqual(upper + slack);
    }),
  );
});

test("guessingBounds: the upper bound holds for whoever guesses in any fixed order", () => {
  fc.assert(
    fc.property(tables(2), (t) => {
      const { upper } = guessingBounds(normalize(ranksOf(t, () => 0)));
      expect(conditionalEntropy(t, [1], [0])).toBeLessThanOrEqual(upper + 64 * u);
    }),
  );
});

test("guessingBounds: 0 ≤ lower ≤ upper ≤ ln n, the upper one the entropy of the ranks", () => {
  fc.assert(
    fc.property(distributions, (q) => {
      const { lower, upper } = guessingBounds(q);
      expect(lower).toBeGreaterThanOrEqual(0);
      expect(lower).toBeLessThanOrEqual(upper);
      expect(upper).toBeLessThanOrEqual(Math.log(q.length) * (1 + 8 * u));
      expect(Math.abs(upper - entropy(q))).toBeLessThanOrEqual(64 * u * Math.max(1, upper)); // divided by its sum once more
    }),
  );
});

test("guessingBounds meet where every guess is a fair die, and where there is nothing to guess", () => {
  const die = guessingBounds(counts([5, 5, 5]));
  expect(die.lower).toBeCloseTo(Math.log(3), 15);
  expect(die.upper).toBeCloseTo(Math.log(3), 15);
  expect(guessingBounds(counts([7, 0, 0]))).toEqual({ lower: 0, upper: 0 });
  expect(guessingBounds(counts([7]))).toEqual({ lower: 0, upper: 0 });
});

test("guessingBounds of (½, ¼, ⅛, ⅛), by hand: Σ i (qᵢ − qᵢ₊₁) log₂ i = 2·⅛·1 + 4·⅛·2", () => {
  const { lower, upper } = guessingBounds(probabilities([0.5, 0.25, 0.125, 0.125]));
  expect(lower / Math.LN2).toBeCloseTo(1.25, 14);
  expect(upper / Math.LN2).toBeCloseTo(1.75, 14);
});

test("guessingBounds put frequencies in order: a second guess that is right more often than the first would have come first", () => {
  expect(guessingBounds(counts([1, 4, 2]))).toEqual(guessingBounds(counts([4, 2, 1])));
  expect(guessingBounds(counts([0, 3])).lower).toBe(0);
});

test("guessingBounds take counts, and refuse what is neither counts nor probabilities", () => {
  expect(guessingBounds(counts([2, 1, 1]))).toEqual(guessingBounds(probabilities([0.5, 0.25, 0.25])));
  // @ts-expect-error: plain numbers have no kind.
  expect(() => guessingBounds([1, 2])).toThrow("guessingBounds: ranks is a plain array, expected counts(…)");
});
