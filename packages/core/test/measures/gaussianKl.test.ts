import { gaussianKl, laplace, normal } from "@surprisal/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import reference from "../../../../reference/continuous.json" with { type: "json" };

const normals = fc
  .tuple(fc.double({ min: -10, max: 10, noNaN: true }), fc.double({ min: -3, max: 3, noNaN: true }))
  .map(([mean, logSd]) => normal(mean, 10 ** logSd));

test("gaussianKl agrees with 50 digits, near-equal and extreme pairs included", () => {
  for (const { p, q, value } of reference.normals) {
    const [a, s] = p as [number, number];
    const [b, t] = q as [number, number];
    const truth = Number(value);
    expect(Math.abs(gaussianKl(normal(a, s), normal(b, t)) - truth), value).toBeLessThanOrEqual(
      32 * 2 ** -53 * truth,
    );
  }
});

test("gaussianKl is ≥ 0, and 0 for a normal and itself", () => {
  fc.assert(
    fc.property(normals, normals, (p, q) => {
      expect(gaussianKl(p, q)).toBeGreaterThanOrEqual(0);
      expect(gaussianKl(p, p)).toBe(0);
      expect(gaussianKl(p, q, "reverse")).toBe(gaussianKl(q, p));
    }),
    { seed: 1 },
  );
});

test("gaussianKl of a shift by μ standard deviations is μ²/2", () => {
  expect(gaussianKl(normal(3, 1), normal(0, 1))).toBe(4.5);
});

test("gaussianKl refuses what is not normal", () => {
  expect(() => gaussianKl(laplace(0, 1) as never, normal(0, 1))).toThrow(
    new TypeError("gaussianKl: p is laplace, expected normal(…)"),
  );
  expect(() => gaussianKl(normal(0, 1), normal(0, 1), "both" as never)).toThrow(
    'gaussianKl: direction is both, expected "forward" or "reverse"',
  );
});
