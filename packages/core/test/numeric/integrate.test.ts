import { integrate } from "@surprisal/core";
import fc from "fast-check";
import { expect, test } from "vitest";

test("integrate is exact, but for rounding, on polynomials up to degree 31: the degree of its longer rule", () => {
  for (let degree = 0; degree <= 31; degree++) {
    const { value, evaluations } = integrate((x) => (degree + 1) * x ** degree, 0, 1, {
      relativeTolerance: 1,
    });
    expect(Math.abs(value - 1)).toBeLessThanOrEqual(16 * 2 ** -53);
    expect(evaluations).toBe(21);
  }
});

// Kahaner's battery (1971) and the like, with closed forms.
test.each<[string, (x: number) => number, number, number, number]>([
  ["a jump", (x) => (x < 0.3 ? 0 : 1), 0, 1, 0.7],
  ["a kink", (x) => Math.abs(x - 0.123), 0, 1, (0.123 ** 2 + 0.877 ** 2) / 2],
  ["a root at the end", Math.sqrt, 0, 1, 2 / 3],
  ["a pole of order ½ at the end", (x) => 1 / Math.sqrt(x), 0, 1, 2],
  ["a logarithm at the end", Math.log, 0, 1, -1],
  ["a logarithm in the middle, met by the first node", (x) => Math.log(Math.abs(x)), -1, 1, -2],
  ["waves", (x) => Math.cos(50 * x), 0, 1, Math.sin(50) / 50],
  ["Runge", (x) => 1 / (1 + 25 * x * x), -1, 1, (2 / 5) * Math.atan(5)],
  ["a narrow bell", (x) => Math.exp(-(((x - 0.5) / 0.01) ** 2)), 0, 1, 0.01 * Math.sqrt(Math.PI)],
])("integrate: %s, within its error and the tolerance", (_, f, from, to, truth) => {
  const { value, error, converged } = integrate(f, from, to);
  expect(converged).toBe(true);
  expect(Math.abs(value - truth)).toBeLessThanOrEqual(error + Math.abs(truth) * 2 ** -52);
  expect(error).toBeLessThanOrEqual(1e-10 * Math.abs(truth) + 1e-15);
});

test("integrate is within its error on generated peaks, wherever they are", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: -2, max: 1, noNaN: true }),
      (center, logWidth) => {
        const width = 10 ** logWidth;
        const { value, error } = integrate((x) => width / (width ** 2 + (x - center) ** 2), 0, 1, {
          breakpoints: [center],
        });
        const truth = Math.atan((1 - center) / width) + Math.atan(center / width);
        expect(Math.abs(value - truth)).toBeLessThanOrEqual(error + 2 ** -50);
      },
    ),
    { seed: 1 },
  );
});

test("integrate: infinite on an interval is an answer; both infinities, NaN and infinite ends are not", () => {
  expect(integrate((x) => (x > 0.5 ? Infinity : 0), 0, 1)).toMatchObject({ value: Infinity, error: 0 });
  expect(() => integrate((x) => (x > 0.5 ? Infinity : -Infinity), 0, 1, { breakpoints: [0.5] })).toThrow(
    "integrate: f is both +∞ and −∞ over intervals, expected at most one of them",
  );
  expect(() => integrate(() => NaN, 0, 1)).toThrow(/^integrate: f\(.*\) is NaN, expected a number$/);
  expect(() => integrate(Math.exp, -Infinity, 0)).toThrow(
    "integrate: interval is [-Infinity, 0], expected finite ends, from < to",
  );
});

test("integrate stops at its budget and says that it did not converge", () => {
  const { converged, error, evaluations } = integrate((x) => Math.sin(1e6 * x), 0, 1, {
    maxEvaluations: 1000,
  });
  expect(converged).toBe(false);
  expect(evaluations).toBeLessThanOrEqual(1000);
  expect(error).toBeGreaterThan(1e-3);
});
