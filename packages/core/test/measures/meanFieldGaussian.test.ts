import {
  createRng,
  type Direction,
  type MultivariateNormal,
  meanFieldGaussian,
  multivariateGaussianKl,
  multivariateNormal,
  standardNormal,
} from "@surprisal/core";
import fc from "fast-check";
import { expect, test } from "vitest";

const directions = ["forward", "reverse"] as const satisfies Direction[];
const pair = (rho: number, [a, b]: readonly [number, number] = [1, 1]) =>
  multivariateNormal(
    [1, -2],
    [
      [a * a, rho * a * b],
      [rho * a * b, b * b],
    ],
  );
const variances = ({ covariance, dimension }: MultivariateNormal) =>
  Array.from({ length: dimension }, (_, i) => covariance[i * dimension + i]!);

/** A covariance A·Aᵀ + I, whose condition number stays below a few hundred. */
function random(k: number, seed: number): { rows: number[][]; p: MultivariateNormal } {
  const rng = createRng(seed);
  const a = Array.from({ length: k }, () => Array.from({ length: k }, () => standardNormal(rng)));
  const rows = a.map((x, i) =>
    a.map((y, j) => x.reduce((sum, v, m) => sum + v * y[m]!, 0) + (i === j ? 1 : 0)),
  );
  return { rows, p: multivariateNormal(new Array(k).fill(0), rows) };
}

/** By cofactors. */
function determinant(rows: readonly (readonly number[])[]): number {
  if (rows.length === 0) return 1;
  return rows[0]!.reduce(
    (sum, x, j) => sum + (-1) ** j * x * determinant(rows.slice(1).map((row) => row.toSpliced(j, 1))),
    0,
  );
}

const cases = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.nat(1e6));
// The condition number times 2⁻⁵³, twice over: once in the precision, once in the divergence.
const close = 1e-12;

test("in two dimensions: the sds, or those times √(1 − ρ²); −½ ln(1 − ρ²) either way", () => {
  for (const rho of [-0.95, -0.3, 0, 0.6, 0.9]) {
    const p = pair(rho, [2, 0.5]);
    const left = 1 - rho ** 2;
    const [forward, reverse] = directions.map((direction) => meanFieldGaussian(p, direction));
    expect([...forward!.q.mean, ...reverse!.q.mean]).toEqual([1, -2, 1, -2]);
    expect(variances(forward!.q)).toEqual([4, 0.25]);
    for (const [i, variance] of variances(reverse!.q).entries())
      expect(variance / ([4, 0.25][i]! * left)).toBeCloseTo(1, 13);
    for (const { value } of [forward!, reverse!]) expect(value).toBeCloseTo(-Math.log(left) / 2, 13);
  }
});

test("in any dimension, by determinants: det Σ over that without a coordinate, and total correlation", () => {
  fc.assert(
    fc.property(cases, ([k, seed]) => {
      const { rows, p } = random(k, seed);
      const whole = determinant(rows);
      const conditional = rows.map((_, i) => whole / determinant(without(rows, i)));
      const reverse = meanFieldGaussian(p, "reverse");
      for (const [i, variance] of variances(reverse.q).entries())
        expect(Math.abs(variance / conditional[i]! - 1)).toBeLessThan(close);
      const forward = meanFieldGaussian(p, "forward");
      const logs = (values: readonly number[]) => values.reduce((sum, x) => sum + Math.log(x), 0);
      expect(Math.abs(forward.value - (logs(variances(p)) - Math.log(whole)) / 2)).toBeLessThan(close);
      expect(Math.abs(reverse.value - (Math.log(whole) - logs(conditional)) / 2)).toBeLessThan(close);
    }),
  );
});

test("no other Q of independent coordinates is nearer", () => {
  fc.assert(
    fc.property(cases, fc.constantFrom(...directions), fc.nat(1e6), ([k, seed], direction, other) => {
      const { p } = random(k, seed);
      const best = meanFieldGaussian(p, direction);
      const rng = createRng(other);
      const moved = multivariateNormal(
        best.q.mean.map((m) => m + standardNormal(rng) / 5),
        variances(best.q).map((v, i) =>
          Array.from({ length: k }, (_, j) => (i === j ? v * Math.exp(standardNormal(rng) / 5) : 0)),
        ),
      );
      expect(multivariateGaussianKl(p, moved, direction)).toBeGreaterThan(best.value);
    }),
  );
});

test("reverse is never wider than forward, and what is no truth or direction is refused", () => {
  fc.assert(
    fc.property(cases, ([k, seed]) => {
      const { p } = random(k, seed);
      const [wide, narrow] = directions.map((direction) => variances(meanFieldGaussian(p, direction).q));
      for (const [i, variance] of narrow!.entries())
        expect(variance).toBeLessThanOrEqual(wide![i]! * (1 + close));
    }),
  );
  expect(() => meanFieldGaussian({} as MultivariateNormal, "reverse")).toThrow(
    "meanFieldGaussian: p is undefined, expected multivariateNormal(…)",
  );
  expect(() => meanFieldGaussian(pair(0), "sideways" as Direction)).toThrow(RangeError);
});

function without(rows: readonly (readonly number[])[], i: number): number[][] {
  return rows.toSpliced(i, 1).map((row) => row.toSpliced(i, 1));
}
