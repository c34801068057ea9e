import { integrate } from "@surprisal/core";
import { expect, test } from "vitest";
import { normalCdf, normalQuantile, studentQuantile } from "../../src/numeric/standardNormalTail.ts";

const density = (x: number) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);

test.each([-8, -5.001, -4.999, -3, -1, -0.01, 0, 0.5, 2, 4.5, 7])("normalCdf(%d) is the integral", (x) => {
  const { value } = integrate(density, -40, x, { relativeTolerance: 1e-13 });
  expect(normalCdf(x) / value).toBeCloseTo(1, x < -4 ? 8 : 12);
});

// Φ⁻¹ of 0.975 and of 5/8, to 16 digits.
test("normalQuantile gives tabulated values and undoes normalCdf", () => {
  expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 13);
  expect(normalQuantile(0.625)).toBeCloseTo(0.3186393639643752, 13);
  expect(normalQuantile(0)).toBe(-Infinity);
  expect(normalQuantile(1)).toBe(Infinity);
  for (const p of [1e-12, 1e-4, 0.3, 0.5, 0.9, 0.9999])
    expect(normalCdf(normalQuantile(p)) / p).toBeCloseTo(1, 9);
});

// scipy.stats.t.ppf, SciPy 1.17.1.
test.each([
  [0.6, 3.3, 0.274501974221057],
  [0.975, 3.3, 3.024874461840807],
  [0.995, 3.3, 5.344306069721078],
  [0.9, 5, 1.4758840488244815],
  [0.995, 5, 4.032142983555228],
  [0.025, 10, -2.228138851986274],
  [0.995, 10, 3.16927267261695],
  [0.95, 24.5, 1.7094823754122985],
  [0.995, 100, 2.6258905214380173],
])("studentQuantile(%d, %d)", (p, freedom, truth) => {
  const within = freedom < 5 ? 0.03 : freedom < 10 ? 0.005 : 0.0003;
  expect(Math.abs(studentQuantile(p, freedom) / truth - 1)).toBeLessThan(within);
});
