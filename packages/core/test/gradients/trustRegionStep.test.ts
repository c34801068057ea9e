import { klDivergence, probabilities, trustRegionStep } from "@surprisal/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { costGradient, largestDifference } from "./exactGradients.ts";
import { policies } from "./policies.ts";

const radii = fc.double({ min: -6, max: 1, noNaN: true }).map((k) => 10 ** k);

test("a step stays in the region, and raises what it is to raise", () => {
  fc.assert(
    fc.property(policies(2), radii, ([old, shape], radius) => {
      const advantages = [...shape].map((x) => Math.log(x));
      const mean = (policy: typeof old) => [...policy].reduce((sum, x, i) => sum + x * advantages[i], 0);
      const step = trustRegionStep(old, advantages, radius);
      expect(step.divergence).toBeLessThanOrEqual(radius);
      expect(step.divergence).toBe(klDivergence(old, step.policy));
      expect(mean(step.policy)).toBeGreaterThanOrEqual(mean(old) - 1e-13);
    }),
  );
});

test("the direction is the natural gradient: the Fisher matrix times it is the gradient", () => {
  fc.assert(
    fc.property(policies(2), ([q, shape]) => {
      const advantages = [...shape].map((x) => Math.log(x));
      // F = diag(q) − qqᵀ, so F·A = q·(A − E[A]): the closed form of ∇E_Q[A].
      const fisher = [...q].map((x, i) =>
        [...q].reduce((sum, y, j) => sum + ((i === j ? x : 0) - x * y) * advantages[j], 0),
      );
      expect(largestDifference(fisher, costGradient(q, advantages))).toBeLessThan(1e-14);
    }),
  );
});

test("of a small region the step fills nearly all, with an error of the order of its root", () => {
  const [old, advantages] = [probabilities([0.5, 0.3, 0.2]), [1, 0, -2]];
  for (const radius of [1e-4, 1e-6, 1e-8]) {
    const { divergence, halvings } = trustRegionStep(old, advantages, radius);
    if (halvings === 0) expect(Math.abs(divergence / radius - 1)).toBeLessThan(3 * Math.sqrt(radius));
    // Half the length is a quarter of the divergence.
    else expect(Math.abs((4 * divergence) / radius - 1)).toBeLessThan(3 * Math.sqrt(radius));
  }
});

test("a region too large for the quadratic is left by halves", () => {
  const { halvings, divergence } = trustRegionStep(probabilities([0.01, 0.99]), [1, 0], 4);
  expect(halvings).toBeGreaterThan(0);
  expect(divergence).toBeLessThanOrEqual(4);
});

test("equal advantages move nothing; what never happens may have any", () => {
  const old = probabilities([0.5, 0.5, 0]);
  expect(trustRegionStep(old, [3, 3, 9], 0.1)).toEqual({
    policy: old,
    length: 0,
    divergence: 0,
    halvings: 0,
  });
  expect(trustRegionStep(old, [1, 0, Infinity], 0.1).policy[2]).toBe(0);
  expect(() => trustRegionStep(old, [1, Infinity, 0], 0.1)).toThrow(/advantages\[1\] is Infinity, expected/);
  expect(() => trustRegionStep(old, [1, 0, 0], 0)).toThrow(/radius is 0, expected/);
});
