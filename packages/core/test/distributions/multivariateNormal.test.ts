import { createRng, multivariateNormal, normal } from "@surprisal/core";
import { expect, test } from "vitest";

test("multivariateNormal in one dimension is normal", () => {
  const [many, one] = [multivariateNormal([2], [[9]]), normal(2, 3)];
  expect(many.logDensity([4])).toBeCloseTo(one.logDensity(4), 15);
  expect(many.entropy()).toBeCloseTo(one.entropy(), 15);
});

test("multivariateNormal of independent coordinates is the product of normals", () => {
  const d = multivariateNormal(
    [1, -1],
    [
      [4, 0],
      [0, 0.25],
    ],
  );
  expect(d.logDensity([2, 0])).toBeCloseTo(normal(1, 2).logDensity(2) + normal(-1, 0.5).logDensity(0), 14);
});

test("multivariateNormal: samples have its mean and covariance", () => {
  const covariance = [
    [2, 0.9],
    [0.9, 1],
  ];
  const d = multivariateNormal([3, -2], covariance);
  const rng = createRng(5);
  const n = 50_000;
  const sums = [0, 0, 0, 0, 0];
  for (let i = 0; i < n; i++) {
    const [x, y] = [...d.sample(rng)] as [number, number];
    [x - 3, y + 2, (x - 3) ** 2, (x - 3) * (y + 2), (y + 2) ** 2].forEach((t, k) => {
      sums[k]! += t / n;
    });
  }
  // Five standard errors; the largest variance among the five is 2·2² = 8.
  for (const [k, truth] of [0, 0, 2, 0.9, 1].entries())
    expect(Math.abs(sums[k]! - truth)).toBeLessThan(5 * Math.sqrt(8 / n));
});

test("multivariateNormal refuses what is no covariance matrix, by name", () => {
  const made = (covariance: number[][]) => () => multivariateNormal([0, 0], covariance);
  expect(made([[1, 0]])).toThrow("multivariateNormal: covariance has 1 rows, expected 2, as many as mean");
  expect(made([[1], [0, 1]])).toThrow("multivariateNormal: covariance[0] has 1 numbers, expected 2");
  expect(
    made([
      [1, 0.5],
      [0.4, 1],
    ]),
  ).toThrow("multivariateNormal: covariance[0][1] is 0.5, expected covariance[1][0], which is 0.4");
  expect(
    made([
      [1, NaN],
      [NaN, 1],
    ]),
  ).toThrow("multivariateNormal: covariance[0][1] is NaN, expected a finite number");
  expect(
    made([
      [1, 1],
      [1, 1],
    ]),
  ).toThrow("multivariateNormal: pivot 1 of covariance is 0, expected a positive definite matrix");
  expect(() => multivariateNormal([], [])).toThrow(
    "multivariateNormal: mean is empty, expected at least one number",
  );
  expect(() => multivariateNormal([0], [[1]]).logDensity([1, 2])).toThrow(RangeError);
});
