import { calibration, createRng } from "@surprisal/core";
import { expect, test } from "vitest";

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

test("the sure predictions are in the last bin; what cannot be is refused", () => {
  expect(calibration([1, 1], [1, 0], options(), 4).bins).toMatchObject([{ from: 0.75, to: 1, count: 2 }]);
  expect(() => calibration([1.2], [1], options())).toThrow(/^calibration: confidence\[0\] is 1.2/);
  expect(() => calibration([], [], options())).toThrow(/^calibration: confidence is empty/);
});
