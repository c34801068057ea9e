import { estimateQuantiles, quantileStatistic } from "@surprisal/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { autoregressive, clustered, successes } from "./samples.ts";

const trials = 400;
// 4σ of the binomial; above, whole counts make the intervals a little longer than they need be.
const slack = 4 * Math.sqrt((0.95 * 0.05) / trials);
// Φ⁻¹ of the shares, to 16 digits.
const truths: [number, number][] = [
  [0.5, 0],
  [0.9, 1.2815515655446004],
  [0.99, 2.326347874040841],
];

test.each(truths)("95 in 100 intervals hold the %d-quantile: AR(1)", (share, truth) => {
  const held = successes(trials, 41, (rng) => {
    const [estimate] = estimateQuantiles(autoregressive(1000, 0.6, rng), [share], {
      dependence: { kind: "blocks" },
    });
    return estimate!.low <= truth && truth <= estimate!.high;
  });
  expect(held / trials).toBeGreaterThan(0.95 - slack);
});

test.each(truths)("95 in 100 intervals hold the %d-quantile: clusters", (share, truth) => {
  const held = successes(trials, 42, (rng) => {
    const { x, of } = clustered(60, 10, 0.4, rng);
    const [estimate] = estimateQuantiles(x, [share], { dependence: { kind: "clusters", of } });
    return estimate!.low <= truth && truth <= estimate!.high;
  });
  expect(held / trials).toBeGreaterThan(0.95 - slack);
});

test("values are the sample's quantiles, within their intervals", () => {
  const columns = fc.array(fc.double({ noNaN: true, min: -1e3, max: 1e3 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(columns, fc.double({ min: 0, max: 1, noNaN: true }), (column, share) => {
      const [estimate] = estimateQuantiles(column, [share], { dependence: { kind: "independent" } });
      expect(estimate!.value).toBe(quantileStatistic(column, share).value);
      expect(estimate!.low).toBeLessThanOrEqual(estimate!.value);
      expect(estimate!.high).toBeGreaterThanOrEqual(estimate!.value);
    }),
  );
});

test("where everything may lie below the quantile, its interval has no end", () => {
  const column = Array.from({ length: 100 }, (_, i) => i);
  const [high, low] = estimateQuantiles(column, [0.99, 0.01], { dependence: { kind: "independent" } });
  // 0.99¹⁰⁰ = 0.37.
  expect([high!.high, low!.low]).toEqual([Infinity, -Infinity]);
});
