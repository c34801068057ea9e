import {
  gradientMoments,
  probabilities,
  type ScoreEstimator,
  sampledForwardGradient,
  sampledGradient,
  scoreFunctionGradient,
} from "@surprisal/core";
import { expect, test } from "vitest";
import { largestDifference } from "./exactGradients.ts";

const estimator: ScoreEstimator = {
  draws: probabilities([0.5, 0.25, 0.25]),
  model: probabilities([0.125, 0.625, 0.25]),
  coefficients: Float64Array.of(3, -1, 0.5),
  offset: Float64Array.of(0.25, 0, -0.25),
};

/** Every batch of `size` draws, with its probability. */
function batches(draws: ArrayLike<number>, size: number): { drawn: number[]; chance: number }[] {
  if (size === 0) return [{ drawn: [], chance: 1 }];
  return batches(draws, size - 1).flatMap(({ drawn, chance }) =>
    Array.from(draws, (p, x) => ({ drawn: [...drawn, x], chance: chance * p })),
  );
}

test.each([1, 2, 3])("gradientMoments is what all batches of %i draws say", (size) => {
  const all = batches(estimator.draws, size).map(({ drawn, chance }) => ({
    said: sampledGradient(estimator, drawn),
    chance,
  }));
  const mean = [0, 1, 2].map((i) => all.reduce((sum, { said, chance }) => sum + chance * said[i], 0));
  const variance = all.reduce(
    (sum, { said, chance }) => sum + chance * said.reduce((s, x, i) => s + (x - mean[i]) ** 2, 0),
    0,
  );
  const moments = gradientMoments(estimator, size);
  // 27 batches of numbers of size 3: some hundred roundings of 2⁻⁵².
  expect(largestDifference(moments.mean, mean)).toBeLessThan(1e-13);
  expect(moments.variance).toBeCloseTo(variance, 13);
});

test("what is never drawn may have any coefficient, what is drawn may not", () => {
  const never = { ...estimator, draws: probabilities([0.5, 0.5, 0]), coefficients: [1, 1, Infinity] };
  const asDrawn = (draws: number[]) => ({
    ...never,
    coefficients: Float64Array.from(never.coefficients),
    draws: probabilities(draws),
  });
  expect(gradientMoments(asDrawn([0.5, 0.5, 0])).mean.every(Number.isFinite)).toBe(true);
  expect(() => gradientMoments(asDrawn([0.5, 0, 0.5]))).toThrow(/coefficients\[2\] is Infinity, expected/);
});

test("a batch is refused if it is empty or holds what is no outcome, a size if it is no number of draws", () => {
  expect(() => sampledGradient(estimator, [])).toThrow(/size is 0, expected/);
  expect(() => sampledGradient(estimator, [3])).toThrow(/drawn\[0\] is 3, expected an outcome/);
  expect(() => gradientMoments(estimator, 1.5)).toThrow(/size is 1.5, expected/);
});

test("sampledForwardGradient is q − p on average, with variance 1 − Σp²", () => {
  const [p, q] = [probabilities([0.5, 0.375, 0.125, 0]), probabilities([0, 0.25, 0.25, 0.5])];
  const { mean, variance } = gradientMoments(sampledForwardGradient(p, q));
  // Eighths and their squares are exact.
  expect([...mean]).toEqual([-0.5, -0.125, 0.125, 0.5]);
  expect(variance).toBe(1 - (0.5 ** 2 + 0.375 ** 2 + 0.125 ** 2));
});

test("scoreFunctionGradient of a policy that is sure has nothing to learn from", () => {
  const { mean, variance } = gradientMoments(scoreFunctionGradient(probabilities([1, 0]), [5, 7]));
  expect([...mean].map(Math.abs)).toEqual([0, 0]);
  expect(variance).toBe(0);
});
