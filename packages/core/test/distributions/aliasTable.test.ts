import {
  type AliasTable,
  aliasTable,
  createRng,
  normalize,
  type Probabilities,
  probabilities,
} from "@surprisal/core";
import fc from "fast-check";
import { expect, test } from "vitest";

const weights = fc.array(
  fc.oneof(
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.integer({ min: -300, max: 0 }).map((exponent) => 10 ** exponent),
    fc.constant(0),
  ),
  { minLength: 1, maxLength: 40 },
);
const distributions = weights.filter((w) => w.some((x) => x > 0)).map((w) => normalize(w));

/** What the table draws, from the table alone: column i is worth 1/k, threshold[i] of it for i and the rest for alias[i]. */
function implied({ threshold, alias }: AliasTable): Float64Array {
  const k = threshold.length;
  const result = new Float64Array(k);
  threshold.forEach((part, i) => {
    result[i]! += part / k;
    result[alias[i]!]! += (1 - part) / k;
  });
  return result;
}

function worstError(p: Probabilities): number {
  return Math.max(...implied(aliasTable(p)).map((x, i) => Math.abs(x - p[i]!)));
}

test("aliasTable implies p: every probability to 2⁻⁵¹, plus the rounding of adding k columns up again", () => {
  fc.assert(
    fc.property(distributions, (p) => {
      expect(worstError(p)).toBeLessThanOrEqual(2 ** -51 + p.length * 2 ** -53);
    }),
  );
});

test("aliasTable implies p also when one of 10⁵ outcomes has nearly all, and gives to all others", () => {
  const k = 100_000;
  const p = normalize(Float64Array.from({ length: k }, (_, i) => (i === 17 ? 1 : 1e-7 / (i + 1))));
  const sums = implied(aliasTable(p));
  sums.forEach((x, i) => {
    // 10⁵ additions rebuild outcome 17 here, each off by at most 2⁻⁵⁴; every other outcome has one column.
    expect(Math.abs(x - p[i]!)).toBeLessThanOrEqual(i === 17 ? k * 2 ** -54 : 2 ** -51);
  });
});

test("aliasTable never draws an outcome of probability 0, whatever the generator gives", () => {
  fc.assert(
    fc.property(distributions, (p) => {
      const { threshold, alias } = aliasTable(p);
      threshold.forEach((part, i) => {
        if (p[i] === 0) expect(part).toBe(0);
        if (part < 1) expect(p[alias[i]!]).toBeGreaterThan(0);
      });
    }),
  );
});

test("aliasTable draws in proportion: χ² of 200,000 draws within 5σ", () => {
  const p = probabilities([0.4, 0, 0.3, 0.2, 0, 0.0999, 0.0001]);
  const table = aliasTable(p);
  const rng = createRng(11);
  const draws = 200_000;
  const seen = new Float64Array(p.length);
  for (let i = 0; i < draws; i++) seen[table.sample(rng)]!++;
  expect([seen[1], seen[4]]).toEqual([0, 0]);
  const chiSquare = [...p].reduce(
    (sum, x, i) => sum + (x > 0 ? (seen[i]! - draws * x) ** 2 / (draws * x) : 0),
    0,
  );
  // 5 outcomes with mass: χ² has 4 degrees of freedom, mean 4, variance 8; its tail is exponential, so 5σ is 18.2 (p ≈ 0.001).
  expect(chiSquare).toBeLessThan(4 + 5 * Math.sqrt(8));
});

test("aliasTable of one outcome, and of a uniform distribution", () => {
  expect(aliasTable(probabilities([1])).sample(createRng(0))).toBe(0);
  expect([...aliasTable(normalize([1, 1, 1, 1])).threshold]).toEqual([1, 1, 1, 1]);
});

test("aliasTable refuses a plain array", () => {
  // @ts-expect-error an array of numbers is not a distribution
  expect(() => aliasTable([0.5, 0.5])).toThrow("aliasTable: p is a plain array, expected probabilities(…)");
});
