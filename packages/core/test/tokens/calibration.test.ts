import { calibration, createRng, type Dependence } from "@surprisal/core";
import { describe, expect, test } from "vitest";

const options = () => ({ rng: createRng(2), dependence: { kind: "independent" } }) as const;

/** Predictions with confidences between 0.3 and 1, right with probability `truth(confidence)`. */
function predictions(n: number, truth: (confidence: number) => number) {
  const rng = createRng(3);
  const confidence = Array.from({ length: n }, () => 0.3 + 0.7 * rng.next());
  return { confidence, right: confidence.map((c) => (rng.next() < truth(c) ? 1 : 0)) };
}

test("a calibrated model errs by about what chance explains", () => {
  const { confidence, right } = predictions(4000, (c) => c);
  const { expectedError, errorByChance } = calibration(confidence, right, options());
  // A sum of 7 bins' |normal| over its mean: relative spread √(π/2 − 1)/√7 = 0.29.
  expect(expectedError.value / errorByChance).toBeGreaterThan(1 - 3 * 0.29);
  expect(expectedError.value / errorByChance).toBeLessThan(1 + 3 * 0.29);
});

test("a model too sure by 0.1 everywhere errs by 0.1", () => {
  const { confidence, right } = predictions(4000, (c) => c - 0.1);
  const { expectedError, errorByChance, bins } = calibration(confidence, right, options());
  expect(expectedError.low).toBeLessThan(0.1);
  expect(expectedError.high).toBeGreaterThan(0.1);
  expect(errorByChance).toBeLessThan(0.03);
  for (const { from, to, confidence: mean } of bins) {
    expect(mean).toBeGreaterThanOrEqual(from);
    expect(mean).toBeLessThan(to);
  }
  expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(4000);
});

describe("an interval at 90 % holds the error of the same bins, and its own estimate", () => {
  const rng = createRng(7);
  const trials = 200;
  const mostlySure = () => (rng.next() < 0.6 ? 0.99 : rng.next());
  const uniform = () => 0.3 + 0.7 * rng.next();
  test.each([
    ["calibrated", 0, 400, uniform, (c: number) => c],
    ["calibrated, mostly sure", 0, 200, mostlySure, (c: number) => c],
    ["calibrated, and so sure that few are wrong", 0, 60, () => 0.995, (c: number) => c],
    ["too sure by 0.02", 0.02, 400, uniform, (c: number) => c - 0.02],
    ["too sure by 0.1", 0.1, 400, uniform, (c: number) => c - 0.1],
  ])("%s", (_, truth, n, draw, chance) => {
    const resampling = {
      ...{ rng, level: 0.9, resamples: 200 },
      dependence: { kind: "independent" },
    } as const;
    const held = Array.from({ length: trials }, () => {
      const confidence = Array.from({ length: n }, draw);
      const right = confidence.map((c) => (rng.next() < chance(c) ? 1 : 0));
      const { value, low, high } = calibration(confidence, right, resampling).expectedError;
      expect(low).toBeLessThanOrEqual(value);
      expect(high).toBeGreaterThanOrEqual(value);
      return low <= truth && truth <= high;
    }).filter(Boolean).length;
    // Less five standard deviations of a share among so many.
    expect(held / trials).toBeGreaterThan(0.9 - 5 * Math.sqrt((0.9 * 0.1) / trials));
  });

  test("an error of 0.1 is told from none, and neighbours that are alike make the interval wider", () => {
    const { confidence, right } = predictions(4000, (c) => c - 0.1);
    expect(calibration(confidence, right, options()).expectedError.low).toBeGreaterThan(0.05);
    const thrice = (values: number[]) => values.flatMap((x) => [x, x, x]);
    const width = (dependence: Dependence) => {
      const few = [confidence.slice(0, 400), right.slice(0, 400)].map(thrice);
      const { low, high } = calibration(few[0]!, few[1]!, { ...options(), dependence }).expectedError;
      return high - low;
    };
    // √3, and chance in it.
    expect(width({ kind: "blocks" }) / width({ kind: "independent" })).toBeGreaterThan(1.4);
  });
});

test("the sure predictions are in the last bin; what cannot be is refused", () => {
  expect(calibration([1, 1], [1, 0], options(), 4).bins).toMatchObject([{ from: 0.75, to: 1, count: 2 }]);
  expect(() => calibration([1.2], [1], options())).toThrow(/^calibration: confidence\[0\] is 1.2/);
  expect(() => calibration([], [], options())).toThrow(/^calibration: confidence is empty/);
});
