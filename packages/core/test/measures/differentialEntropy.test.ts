import {
  differentialEntropy,
  exponential,
  gaussianMixture,
  laplace,
  multivariateNormal,
  normal,
  uniformDensity,
} from "@surprisal/core";
import { expect, test } from "vitest";
import reference from "../../../../reference/continuous.json" with { type: "json" };
import { describedDensity } from "./describedDensity.ts";

test("differentialEntropy is within its error of the reference, closed form or not", () => {
  for (const { p, entropy } of reference.pairs) {
    const { value, error, converged } = differentialEntropy(describedDensity(p));
    expect(Math.abs(value - Number(entropy)), JSON.stringify(p)).toBeLessThanOrEqual(error);
    expect(error, JSON.stringify(p)).toBeLessThan(1e-7);
    expect(converged).toBe(true);
  }
});

test("differentialEntropy by quadrature is the closed form", () => {
  for (const d of [normal(3, 0.2), uniformDensity(2, 9), exponential(0.01), laplace(-5, 3)]) {
    const { logDensity, window, support, landmarks } = d;
    const { value, error, evaluations } = differentialEntropy({ logDensity, window, support, landmarks });
    expect(evaluations).toBeGreaterThan(0);
    expect(Math.abs(value - d.entropy())).toBeLessThanOrEqual(error + 2 ** -50);
    expect(error).toBeLessThan(1e-9);
  }
});

test("differentialEntropy of a multivariate normal agrees with 50 digits", () => {
  for (const { p, entropy } of reference.multivariate) {
    const { value } = differentialEntropy(multivariateNormal(p.mean, p.covariance));
    expect(Math.abs(value - Number(entropy))).toBeLessThan(1e-13 * (1 + Math.abs(value)));
  }
});

test("differentialEntropy of a mixture lies between the average of its parts and that plus ln 2", () => {
  const parts = [0.1, 1, 10, 100].map((gap) =>
    gaussianMixture([
      { weight: 0.5, mean: 0, sd: 1 },
      { weight: 0.5, mean: gap, sd: 1 },
    ]),
  );
  const gains = parts.map((d) => differentialEntropy(d).value - normal(0, 1).entropy());
  expect(gains[3]).toBeCloseTo(Math.LN2, 12);
  for (const gain of gains) expect(gain > 0 && gain < Math.LN2 + 1e-12).toBe(true);
  expect(gains).toEqual(gains.toSorted((a, b) => a - b));
});
