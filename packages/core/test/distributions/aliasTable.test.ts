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
import { twoSum } from "../../src/numeric/doubleDouble.ts";

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
  const [columns, lost] = [new Float64Array(k), new Float64Array(k)];
  const give = (outcome: number, share: number) => {
    const [sum, error] = twoSum(columns[outcome]!, share);
    columns[outcome] = sum;
    lost[outcome]! += error;
  };
  threshold.forEach((part, i) => {
    give(i, part);
    give(alias[i]!, 1 - part);
  });
  return columns.map((sum, i) => (sum + lost[i]!) / k);
}

function worstError(p: Probabilities): number {
  return implied(aliasTable(p)).reduce((worst, x, i) => Math.max(worst, Math.abs(x - p[i]!)), 0);
}

test("aliasTable implies p: every probability to 2⁻⁵¹", () => {
  fc.assert(
    fc.property(distributions, (p) => {
      expect(worstError(p)).toBeLessThanOrEqual(2 ** -51);
    }),
  );
});

test("aliasTable implies p to 2⁻⁵¹ also when a few of 10⁵ outcomes give to all others", () => {
  const weights = Float64Array.from({ length: 100_000 }, (_, i) => (i % 30_000 === 17 ? 1 : 1e-7 / (i + 1)));
  expect(worstError(normalize(weights))).toBeLessThanOrEqual(2 ** -51);
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
