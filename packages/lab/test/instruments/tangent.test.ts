import { klDivergence, normalize, probabilities } from "@surprisal/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { tangentOf } from "../../src/instruments/tangent/model.ts";

const weights = fc.array(fc.tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 99 })), {
  minLength: 2,
  maxLength: 8,
});

test("the gaps, weighed by P, are the divergence less what Q keeps for what cannot happen", () => {
  fc.assert(
    fc.property(weights, (pairs) => {
      fc.pre(pairs.some(([p]) => p > 0) && pairs.some(([, q]) => q > 0));
      const p = normalize(pairs.map(([weight]) => weight));
      const q = normalize(pairs.map(([, weight]) => weight));
      const { points, gaps, elsewhere, divergence } = tangentOf(pairs.map(String), p, q);
      for (const { gap } of points) expect(gap).toBeGreaterThanOrEqual(0);
      if (divergence === Infinity) expect(gaps).toBe(Infinity);
      // Eight terms of size below 100, each rounded a few times: 1e-12 is generous and still tells any wrong term.
      else expect(gaps + elsewhere).toBeCloseTo(divergence, 12);
    }),
  );
});

test("on the wire the two outcomes stand at t = 1/5 and 9/5", () => {
  const [p, q] = [probabilities([0.5, 0.5]), probabilities([0.9, 0.1])];
  const { points, divergence } = tangentOf(["dot", "dash"], p, q);
  expect(points.map(({ name, t }) => [name, t])).toEqual([
    ["dash", 0.2],
    ["dot", 1.8],
  ]);
  expect(divergence).toBe(klDivergence(p, q));
});

test("the line touches the curve at 1, and what Q rules out lies infinitely far below it", () => {
  const half = probabilities([0.5, 0.5]);
  expect(tangentOf(["a", "b"], half, half).points.map(({ gap }) => gap)).toEqual([0, 0]);
  expect(tangentOf(["a", "b"], half, probabilities([1, 0])).points[0]).toMatchObject({ t: 0, gap: Infinity });
});
