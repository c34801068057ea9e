import * as core from "@surprisal/core";
import {
  fDivergence,
  fDivergenceContributions,
  type Generator,
  generators,
  probabilities,
} from "@surprisal/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pairs } from "../distributions.ts";

type Measure = (p: core.Probabilities, q: core.Probabilities) => number;
const named: Record<keyof typeof generators, Measure> = {
  kl: (p, q) => core.klDivergence(p, q),
  reverseKl: (p, q) => core.klDivergence(p, q, "reverse"),
  jensenShannon: (p, q) => core.jensenShannonDivergence(p, q),
  totalVariation: core.totalVariation,
  squaredHellinger: (p, q) => core.hellingerDistance(p, q) ** 2,
  chiSquared: core.chiSquaredDivergence,
};

const overflowing = 1e50;

describe.each(Object.entries(named))("generator %s", (name, measure) => {
  const generator = generators[name as keyof typeof generators];

  test("gives the named divergence, near-equal pairs included", () => {
    fc.assert(
      fc.property(pairs, ([p, q]) => {
        const [value, truth] = [fDivergence(p, q, generator), measure(p, q)];
        if (truth === Infinity) expect(value).toBe(truth);
        // f(p/q), at most (p/q)², may overflow where q·f(p/q) would not.
        else if ([...p].some((x, i) => x / q[i]! > 1e154))
          expect(value).toBeGreaterThanOrEqual(truth * (1 - 2e-14));
        else if (truth > overflowing) expect(value).toBeGreaterThan(overflowing);
        // d = (p − q)/q and p/q are rounded: a dozen roundings of terms of one sign; e^±700 of range costs the logarithm nothing.
        else expect(Math.abs(value - truth)).toBeLessThanOrEqual(2e-14 * truth + 1e-300);
        const parts = fDivergenceContributions(p, q, generator).reduce((sum, x) => sum + x, 0);
        if (value < Infinity) expect(Math.abs(parts - value)).toBeLessThanOrEqual(1e-14 * value + 1e-300);
      }),
    );
  });

  test("is convex with f(1) = 0, and its three forms agree", () => {
    const { f, atZero, atInfinity, aroundOne } = generator;
    expect(f(1)).toBe(0);
    for (const d of [-0.5, -0.25, 0.125, 0.5]) {
      // f(1 + d) loses digits to 1: a few units of 2⁻⁵³ absolutely.
      expect(Math.abs(aroundOne!(d) - f(1 + d))).toBeLessThanOrEqual(8 * 2 ** -53);
      expect(f(1 + d)).toBeLessThanOrEqual((f(1 + 2 * d === 0 ? 1e-300 : 1 + 2 * d) + f(1)) / 2 + 1e-15);
    }
    if (atZero! < Infinity) expect(f(1e-300)).toBeCloseTo(atZero!, 12);
    else expect(f(1e-300)).toBeGreaterThan(600);
    if (atInfinity! < Infinity) expect(f(1e300) / 1e300).toBeCloseTo(atInfinity!, 12);
    else expect(f(1e100) / 1e100).toBeGreaterThan(200);
  });
});

test("a generator of one's own: α-divergence, and one made of two others", () => {
  const alpha = 1.5;
  const power: Generator = {
    f: (t) => (t ** alpha - alpha * t - 1 + alpha) / (alpha * (alpha - 1)),
    atInfinity: Infinity,
  };
  const jeffreys: Generator = {
    f: (t) => (t - 1) * Math.log(t),
    atZero: Infinity,
    atInfinity: Infinity,
  };
  fc.assert(
    fc.property(pairs, ([p, q]) => {
      for (const [value, truth] of [
        [fDivergence(p, q, power), core.alphaDivergence(p, q, alpha)],
        [fDivergence(p, q, jeffreys), core.jeffreysDivergence(p, q)],
      ] as const) {
        // Without `aroundOne` the terms carry an absolute error of a few 2⁻⁵³·qᵢ.
        // Where some (pᵢ/qᵢ)^1.5 leaves the doubles the value does too, though qᵢ times it may not.
        if ([...p].some((x, i) => x / q[i]! > 1e205))
          expect(value).toBeGreaterThanOrEqual(truth * (1 - 1e-14));
        else if (truth > overflowing) expect(value).toBeGreaterThan(overflowing);
        else expect(Math.abs(value - truth)).toBeLessThanOrEqual(1e-14 * (1 + truth));
      }
    }),
  );
});

test("limits that are needed and missing are asked for", () => {
  const [p, q] = [probabilities([0.5, 0.5, 0]), probabilities([0.5, 0, 0.5])];
  expect(() => fDivergence(p, q, { f: (t) => (t - 1) ** 2 })).toThrow(
    new RangeError("fDivergence: p[1]/q[1] is Infinity, expected a generator with atInfinity"),
  );
  expect(() => fDivergence(p, q, { f: (t) => t * Math.log(t), atInfinity: Infinity })).toThrow(
    new RangeError("fDivergence: generator.atZero or f(0) is NaN, expected a number above -Infinity"),
  );
  expect(() => fDivergence(p, p, { f: () => Number.NaN })).toThrow("fDivergence: generator.f(1) is NaN");
  expect(fDivergence(p, q, { f: (t) => t * Math.log(t), atZero: 0, atInfinity: Infinity })).toBe(Infinity);
});
