import {
  bootstrap,
  createRng,
  type Estimate,
  meanStatistic,
  quantileStatistic,
  type Rng,
  standardNormal,
  sumsStatistic,
} from "@surprisal/core";
import { describe, expect, test } from "vitest";
import { autoregressive, clustered, successes } from "./samples.ts";

const independent = { kind: "independent" } as const;
const holds = ({ low, high }: Estimate, truth: number) => low <= truth && truth <= high;
const draws = (n: number, rng: Rng, of: (z: number) => number = (z) => z) =>
  Float64Array.from({ length: n }, () => of(standardNormal(rng)));

describe("an interval at 90 % holds the truth in 90 of 100 samples", () => {
  const trials = 300;
  const level = 0.9;
  // 4σ of the binomial, 7 %: four times less than what is wrong with intervals that overlook dependence (last tests).
  const slack = 4 * Math.sqrt((level * (1 - level)) / trials);
  const covered = (seed: number, sample: (rng: Rng) => { estimate: Estimate; truth: number }) =>
    successes(trials, seed, (rng) => {
      const { estimate, truth } = sample(rng);
      return holds(estimate, truth);
    }) / trials;
  const options = (rng: Rng) => ({ rng, level, resamples: 400, dependence: independent });

  test.each<[string, number, number, (rng: Rng) => Estimate]>([
    ["mean, normal", 1, 0, (rng) => bootstrap(meanStatistic(draws(100, rng)), options(rng))],
    [
      "mean, exponential, BCa",
      2,
      1,
      (rng) =>
        bootstrap(meanStatistic(Float64Array.from({ length: 100 }, () => -Math.log1p(-rng.next()))), {
          ...options(rng),
          method: "BCa",
        }),
    ],
    ["median, normal", 3, 0, (rng) => bootstrap(quantileStatistic(draws(150, rng), 0.5), options(rng))],
    [
      "ratio of means, log-normal",
      4,
      2,
      (rng) =>
        bootstrap(
          sumsStatistic(
            [draws(150, rng, (z) => 2 * Math.exp(z / 2)), draws(150, rng, (z) => Math.exp(z / 2))],
            ([x, y]) => x! / y!,
          ),
          options(rng),
        ),
    ],
    [
      "mean of AR(1), φ = ½, blocks",
      5,
      0,
      (rng) =>
        bootstrap(meanStatistic(autoregressive(600, 0.5, rng)), {
          ...options(rng),
          dependence: { kind: "blocks" },
        }),
    ],
    [
      "median of AR(1), φ = ½, blocks",
      6,
      0,
      (rng) =>
        bootstrap(quantileStatistic(autoregressive(600, 0.5, rng), 0.5), {
          ...options(rng),
          dependence: { kind: "blocks" },
        }),
    ],
    [
      "mean of clusters",
      7,
      0,
      (rng) => {
        const { x, of } = clustered(40, 8, 0.4, rng);
        return bootstrap(meanStatistic(x), { ...options(rng), dependence: { kind: "clusters", of } });
      },
    ],
  ])("%s", (_, seed, truth, estimate) => {
    const share = covered(seed, (rng) => ({ estimate: estimate(rng), truth }));
    expect(share).toBeGreaterThan(level - slack);
    expect(share).toBeLessThan(level + slack);
  });

  test("and far less often where dependence is overlooked", () => {
    const series = covered(8, (rng) => ({
      estimate: bootstrap(meanStatistic(autoregressive(600, 0.5, rng)), options(rng)),
      truth: 0,
    }));
    const clusters = covered(9, (rng) => ({
      estimate: bootstrap(meanStatistic(clustered(40, 8, 0.4, rng).x), options(rng)),
      truth: 0,
    }));
    // The spread is √3 and √3.8 times what such intervals take it for: they hold in 66 and 60 of 100.
    expect(series).toBeLessThan(level - 2 * slack);
    expect(clusters).toBeLessThan(level - 2 * slack);
  });
});

test("resampled means spread as the standard error says, s/√n, whatever is drawn", () => {
  const x = draws(30, createRng(10));
  const mean = x.reduce((sum, value) => sum + value, 0) / 30;
  const error = Math.sqrt(x.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 29 / 30);
  for (const dependence of [independent, { kind: "clusters", of: x.map((_, i) => i) }] as const) {
    const { low, high } = bootstrap(meanStatistic(x), { rng: createRng(11), dependence, resamples: 20_000 });
    // 2·1.96 standard errors; 20 000 resamples give ends to about 2 %, and 30 draws are normal to about as much.
    expect((high - low) / (2 * 1.96 * error)).toBeCloseTo(1, 1);
  }
});

test("samples of many thousands are drawn by neighbours, with the same spread", () => {
  const n = 40_000;
  const x = draws(n, createRng(16));
  const options = { rng: createRng(17), dependence: independent, resamples: 2000 };
  const { low, high, effectiveSampleSize } = bootstrap(meanStatistic(x), options);
  expect(effectiveSampleSize).toBe(n);
  // Ends of 2000 resamples to 3 %, the spread of 8000 blocks to 1 %: 4σ.
  expect(Math.abs((high - low) / (2 * 1.96 * Math.sqrt(1 / n)) - 1)).toBeLessThan(0.13);
});

test("equal seeds give equal intervals, and the estimate says how it was made", () => {
  const x = autoregressive(500, 0.6, createRng(12));
  const make = () => bootstrap(meanStatistic(x), { rng: createRng(13), dependence: { kind: "blocks" } });
  expect(make()).toEqual(make());
  const { blockLength, ...rest } = make();
  expect(rest).toMatchObject({ level: 0.95, method: "percentile", dependence: "blocks", resamples: 1000 });
  expect(blockLength).toBeGreaterThan(1);
});

test("BCa moves toward the long tail of a mean of a skewed sample", () => {
  const x = draws(60, createRng(14), Math.exp);
  const by = (method: "percentile" | "BCa") =>
    bootstrap(meanStatistic(x), { rng: createRng(15), dependence: independent, method, resamples: 4000 });
  expect(by("BCa").low).toBeGreaterThan(by("percentile").low);
  expect(by("BCa").high).toBeGreaterThan(by("percentile").high);
});

test("of one unit nothing can be said, and infinities stay", () => {
  const one = bootstrap(meanStatistic([1, 2]), {
    rng: createRng(1),
    dependence: { kind: "clusters", of: [7, 7] },
  });
  expect([one.low, one.high, one.resamples]).toEqual([-Infinity, Infinity, 0]);
  const block = bootstrap(meanStatistic([1, 2, 3]), {
    rng: createRng(1),
    dependence: { kind: "blocks", length: 3 },
  });
  expect([block.low, block.high]).toEqual([-Infinity, Infinity]);
  const endless = bootstrap(meanStatistic([1, 2, 3, Infinity]), {
    rng: createRng(1),
    dependence: independent,
  });
  expect(endless.value).toBe(Infinity);
  expect(endless.high).toBe(Infinity);
  expect(endless.low).toBeLessThan(3);
});

test("what cannot be is refused by name", () => {
  const options = { rng: createRng(1), dependence: independent };
  expect(() =>
    bootstrap(
      sumsStatistic([[0]], ([x]) => x! / x!),
      options,
    ),
  ).toThrow(/^bootstrap: statistic is NaN/);
  expect(() => bootstrap(meanStatistic([1]), { ...options, level: 1 })).toThrow(
    /^bootstrap: level is 1, expected/,
  );
  expect(() =>
    bootstrap(meanStatistic([1]), { ...options, dependence: { kind: "clusters", of: [] } }),
  ).toThrow(/^bootstrap: dependence.of has 0 entries, expected 1/);
  expect(() => meanStatistic([1, Number.NaN])).toThrow(/column\[1\] is NaN/);
  expect(() => quantileStatistic([1], 2)).toThrow(/share is 2/);
});
