import { expect, test } from "vitest";
import { normalQuantile } from "../../src/numeric/standardNormalTail.ts";
import { studentQuantile } from "../../src/numeric/studentQuantile.ts";

// The closed forms of one and two degrees of freedom, and the tables of Abramowitz & Stegun (1964), 26.10.
test.each([
  [0.025, 1, -1 / Math.tan(0.025 * Math.PI), 1e-12],
  [0.005, 1, -1 / Math.tan(0.005 * Math.PI), 1e-12],
  [0.025, 2, -0.95 / Math.sqrt(2 * 0.025 * 0.975), 1e-12],
  [0.975, 7, 2.365, 5e-4],
  [0.95, 4, 2.132, 5e-4],
  [0.995, 19, 2.861, 5e-4],
  [0.9995, 30, 3.646, 5e-4],
])(
  "Student's t is below its quantile with probability %d, for %d degrees of freedom",
  (p, freedom, t, within) => {
    expect(Math.abs(studentQuantile(p, freedom) / t - 1)).toBeLessThan(within);
  },
);

test("for many degrees of freedom it is normal", () => {
  for (const p of [0.0005, 0.025, 0.3])
    expect(Math.abs(studentQuantile(p, 1999) / normalQuantile(p) - 1)).toBeLessThan(2e-3);
  expect(studentQuantile(0.025, 2000)).toBe(normalQuantile(0.025));
});
