import {
  chaoWangJostEntropy,
  counts,
  createRng,
  estimateMutualInformation,
  informationFromCounts,
  jointTable,
  mutualInformation,
  normalize,
  nsbEntropy,
} from "@surprisal/core";
import { expect, test } from "vitest";
import reference from "../../../../reference/neighbours.json" with { type: "json" };

const shape = [4, 5] as const;
const { table } = reference;
const sample = counts(table.counts);
const n = table.counts.reduce((sum, count) => sum + count, 0);

/** A dozen roundings of entropies below 4. */
const rounding = 2 ** -46;

test("by plug-in it is the mutual information of the frequencies, and infomeasure's", () => {
  const value = informationFromCounts(sample, shape, "plugIn");
  expect(Math.abs(value - mutualInformation(jointTable(normalize(sample), [...shape])))).toBeLessThan(
    rounding,
  );
  expect(Math.abs(value - table.plugIn)).toBeLessThan(rounding);
});

test("by Miller and Madow it loses (seen pairs − rows − columns + 1)/2n of that", () => {
  const seen = table.counts.filter((count) => count > 0).length;
  const expected = informationFromCounts(sample, shape, "plugIn") - (seen - 4 - 5 + 1) / (2 * n);
  expect(Math.abs(informationFromCounts(sample, shape, "millerMadow") - expected)).toBeLessThan(rounding);
});

test("by jackknife it is n times the plug-in less n − 1 times the mean without each draw in turn", () => {
  const without = table.counts.reduce((sum, count, i) => {
    const left = table.counts.map((other, k) => other - (k === i ? 1 : 0));
    return count === 0 ? sum : sum + (count / n) * informationFromCounts(counts(left), shape, "plugIn");
  }, 0);
  const expected = n * informationFromCounts(sample, shape, "plugIn") - (n - 1) * without;
  expect(Math.abs(informationFromCounts(sample, shape, "jackknife") - expected)).toBeLessThan(n * rounding);
});

test("by James and Stein it is the mutual information of the table moved toward equal cells", () => {
  // λ = (1 − Σf²)/((n − 1) Σ(1/20 − f)²), Hausser and Strimmer's equation 6.
  const f = table.counts.map((count) => count / n);
  const squares = (of: (x: number) => number) => f.reduce((sum, x) => sum + of(x) ** 2, 0);
  const share = (1 - squares((x) => x)) / ((n - 1) * squares((x) => 1 / 20 - x));
  expect(share).toBeGreaterThan(0.1);
  expect(share).toBeLessThan(0.9);
  const moved = jointTable(normalize(f.map((x) => share / 20 + (1 - share) * x)), [...shape]);
  const value = informationFromCounts(sample, shape, "jamesStein");
  expect(Math.abs(value - mutualInformation(moved))).toBeLessThan(rounding);
});

test("by NSB and by Chao, Wang and Jost it is the sum of their entropies, each of its own alphabet", () => {
  const rows = [0, 5, 10, 15].map((from) => table.counts.slice(from, from + 5));
  const total = (part: number[]) => part.reduce((sum, count) => sum + count, 0);
  const x = counts(rows.map(total));
  const y = counts([0, 1, 2, 3, 4].map((column) => total(rows.map((row) => row[column]!))));
  const nsb = nsbEntropy(x, 4).mean + nsbEntropy(y, 5).mean - nsbEntropy(sample, 20).mean;
  expect(Math.abs(informationFromCounts(sample, shape, "nsb") - nsb)).toBeLessThan(rounding);
  const unseen = chaoWangJostEntropy(x) + chaoWangJostEntropy(y) - chaoWangJostEntropy(sample);
  expect(Math.abs(informationFromCounts(sample, shape, "chaoWangJost") - unseen)).toBeLessThan(rounding);
});

test("labels observation by observation give what their table does, unseen pairs included", () => {
  const [x, y] = [0, 1].map((axis) =>
    table.counts.flatMap((count, i) => Array(count).fill(axis === 0 ? Math.floor(i / 5) : i % 5)),
  );
  for (const estimator of ["plugIn", "jamesStein", "chaoShen", "chaoWangJost", "nsb"] as const) {
    const { value } = estimateMutualInformation(x!, y!, { rng: createRng(1), estimator });
    expect(Math.abs(value - informationFromCounts(sample, shape, estimator))).toBeLessThan(rounding);
  }
});

test("refuses counts that are not whole or not as many as the shape says", () => {
  expect(() => informationFromCounts(counts([1, 2, 3]), [2, 2])).toThrow(
    "informationFromCounts: sample has 3 counts, expected 2×2 = 4",
  );
  expect(() => informationFromCounts(counts([1, 0.5]), [1, 2])).toThrow("sample[1] is 0.5");
  // @ts-expect-error No estimator.
  expect(() => informationFromCounts(counts([1, 2]), [1, 2], "dirichlet")).toThrow(
    "informationFromCounts: estimator is dirichlet, expected one of plugIn, millerMadow",
  );
  // @ts-expect-error Plain numbers.
  expect(() => informationFromCounts([1, 2], [1, 2])).toThrow(TypeError);
});
