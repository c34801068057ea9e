import {
  createRng,
  type Estimate,
  estimateContinuousKl,
  estimateDifferentialEntropy,
  gaussianKl,
  meanStatistic,
  normal,
  type Rng,
  standardNormal,
} from "@surprisal/core";
import { expect, test } from "vitest";
import { subsampling } from "../../src/estimators/subsampling.ts";
import { successes } from "./samples.ts";

const trials = 200;
const level = 0.9;
// 4σ of the binomial.
const slack = 4 * Math.sqrt((level * (1 - level)) / trials);
const draws = (n: number, rng: Rng) => Float64Array.from({ length: n }, () => standardNormal(rng));

function mean(column: Float64Array, rng: Rng): Estimate {
  const of = (part: Int32Array) => part.reduce((sum, i) => sum + column[i]!, 0) / part.length;
  const { value } = meanStatistic(column);
  return subsampling("mean", { counts: [column.length], value, of, least: 1 }, { rng, level });
}

test.each<[string, number, (rng: Rng) => Estimate]>([
  ["a mean", 0, (rng) => mean(draws(80, rng), rng)],
  [
    "the differential entropy of a normal sample",
    normal(0, 1).entropy(),
    (rng) => estimateDifferentialEntropy(draws(200, rng), { rng, level }),
  ],
  [
    "the divergence of two normal samples",
    gaussianKl(normal(0, 1), normal(0, 2)),
    (rng) => {
      const wider = draws(300, rng).map((t) => 2 * t);
      return estimateContinuousKl(draws(200, rng), wider, { rng, level });
    },
  ],
])("intervals at 90 % hold %s in 90 of 100 samples", (_, truth, estimate) => {
  const held = successes(trials, 1, (rng) => {
    const { low, high } = estimate(rng);
    return low <= truth && truth <= high;
  });
  expect(held / trials).toBeGreaterThan(level - slack);
  expect(held / trials).toBeLessThan(level + slack);
});

test("the same seed gives the same interval, a lower level a narrower one about the same value", () => {
  const sample = draws(100, createRng(2));
  const at = (wanted: number) => estimateDifferentialEntropy(sample, { rng: createRng(3), level: wanted });
  expect(at(0.95)).toEqual(at(0.95));
  expect(at(0.95).value).toBe(at(0.5).value);
  expect(at(0.95).high - at(0.95).low).toBeGreaterThan(2 * (at(0.5).high - at(0.5).low));
});

test("nothing is known where quarters are too small, or points coincide", () => {
  const [low, high] = [-Infinity, Infinity];
  expect(estimateDifferentialEntropy(draws(15, createRng(4)), { rng: createRng(5) })).toMatchObject({
    low,
    high,
  });
  const tied = new Float64Array(100).fill(1);
  expect(estimateDifferentialEntropy(tied, { rng: createRng(5) })).toMatchObject({
    value: -Infinity,
    low,
    high,
  });
});

test("refuses levels and partitions that are none", () => {
  const sample = draws(50, createRng(6));
  const rng = createRng(7);
  expect(() => estimateDifferentialEntropy(sample, { rng, level: 1 })).toThrow(
    "estimateDifferentialEntropy: level is 1, expected a number in (0, 1)",
  );
  expect(() => estimateDifferentialEntropy(sample, { rng, partitions: 0 })).toThrow(
    "estimateDifferentialEntropy: partitions is 0, expected a whole number from 8",
  );
});
