import { gaussianKl, multivariateGaussianKl, multivariateNormal, normal } from "@surprisal/core";
import { expect, test } from "vitest";
import reference from "../../../../reference/continuous.json" with { type: "json" };

// The condition numbers of these matrices reach 10³; near-equal pairs have D down to 3e-17.
test("multivariateGaussianKl agrees with 50 digits, near-equal pairs included", () => {
  for (const { p, q, value } of reference.multivariate) {
    const truth = Number(value);
    const [a, b] = [p, q].map(({ mean, covariance }) => multivariateNormal(mean, covariance));
    expect(Math.abs(multivariateGaussianKl(a!, b!) - truth) / truth, value).toBeLessThanOrEqual(1e-12);
  }
});

test("multivariateGaussianKl of independent coordinates is the sum of the univariate ones", () => {
  const p = multivariateNormal(
    [0, 1],
    [
      [1, 0],
      [0, 4],
    ],
  );
  const q = multivariateNormal(
    [1, 3],
    [
      [9, 0],
      [0, 1],
    ],
  );
  for (const direction of ["forward", "reverse"] as const) {
    const sum =
      gaussianKl(normal(0, 1), normal(1, 3), direction) + gaussianKl(normal(1, 2), normal(3, 1), direction);
    expect(multivariateGaussianKl(p, q, direction) / sum).toBeCloseTo(1, 14);
  }
});

test("multivariateGaussianKl of a distribution and itself is 0; different dimensions are refused", () => {
  const p = multivariateNormal(
    [1, 2],
    [
      [2, 0.3],
      [0.3, 1],
    ],
  );
  expect(multivariateGaussianKl(p, p)).toBe(0);
  expect(() => multivariateGaussianKl(p, multivariateNormal([0], [[1]]))).toThrow(
    "multivariateGaussianKl: dimensions 2 and 1 differ",
  );
});
