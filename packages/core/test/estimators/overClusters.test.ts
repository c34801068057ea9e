import {
  bootstrap,
  createRng,
  estimateQuantiles,
  estimateRate,
  fewUnits,
  independentUnits,
  meanStatistic,
  type Rng,
} from "@surprisal/core";
import { expect, test } from "vitest";
import { normalCdf, normalQuantile } from "../../src/numeric/standardNormalTail.ts";

/** Normal numbers in sequences of 20 to 119, with so much of their variance between these. */
function sequences(count: number, between: number, rng: Rng) {
  const normal = () => normalQuantile((rng.uint32() + 0.5) / 2 ** 32);
  const x: number[] = [];
  const of: number[] = [];
  for (let sequence = 0; sequence < count; sequence++) {
    const shared = normal();
    const length = 20 + Math.floor(100 * rng.next());
    for (let i = 0; i < length; i++) {
      x.push(Math.sqrt(between) * shared + Math.sqrt(1 - between) * normal());
      of.push(sequence);
    }
  }
  return { x, of };
}

const trials = 200;
// 4σ of a share of 95 in 100, and what a percentile of few clusters still misses.
const least = 0.95 - 4 * Math.sqrt((0.95 * 0.05) / trials) - 0.02;

test.each([
  { count: 8, between: 0.25 },
  { count: 8, between: 0 },
  { count: 5, between: 0.05 },
  { count: 16, between: 0.25 },
])(
  "intervals from $count sequences hold the truth, with $between of the variance between these",
  ({ count, between }) => {
    const rng = createRng(count);
    const held = { mean: 0, rate: 0, median: 0 };
    let counted = 0;
    for (let trial = 0; trial < trials; trial++) {
      const { x, of } = sequences(count, between, rng);
      const dependence = { kind: "clusters", of, orBlocks: true } as const;
      const mean = bootstrap(meanStatistic(x), { rng: createRng(1), dependence, resamples: 400 });
      const rate = estimateRate(
        x.map((one) => (one < 1 ? 1 : 0)),
        { dependence },
      );
      const [median] = estimateQuantiles(x, [0.5], { dependence });
      const truth = normalCdf(1);
      held.mean += mean.low <= 0 && 0 <= mean.high ? 1 : 0;
      held.rate += rate.low <= truth && truth <= rate.high ? 1 : 0;
      held.median += median!.low <= 0 && 0 <= median!.high ? 1 : 0;
      counted += independentUnits(mean, x.length) < fewUnits ? 1 : 0;
    }
    for (const share of Object.values(held)) expect(share / trials).toBeGreaterThan(least);
    // Where sequences differ it is said; where they do not, chance says so in less than half.
    if (between > 0) expect(counted / trials).toBeGreaterThan(0.7);
    else expect(counted / trials).toBeLessThan(0.55);
  },
);

test("what does not vary, or is all of one sequence, is estimated by blocks", () => {
  const of = [0, 0, 0, 1, 1, 1];
  const dependence = { kind: "clusters", of, orBlocks: true } as const;
  const blocks = { dependence: { kind: "blocks" } } as const;
  expect(estimateRate([1, 1, 1, 1, 1, 1], { dependence })).toEqual(estimateRate([1, 1, 1, 1, 1, 1], blocks));
  const alone = { ...dependence, of: [3, 3, 3, 3, 3, 3] };
  const x = [1, 2, 4, 3, 5, 1];
  const options = { rng: () => createRng(1), resamples: 100 };
  expect(bootstrap(meanStatistic(x), { ...options, dependence: alone })).toEqual(
    bootstrap(meanStatistic(x), { ...options, ...blocks }),
  );
});
