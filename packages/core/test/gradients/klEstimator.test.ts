import {
  aliasTable,
  createRng,
  gradientMoments,
  type KlEstimatorName,
  klDivergence,
  klEstimator,
  logits,
  probabilities,
  sampledGradient,
  softmax,
  valueMoments,
} from "@surprisal/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { costGradient, largestDifference, reverseGradient } from "./exactGradients.ts";
import { policies } from "./policies.ts";

// Ratios up to 1e8 times probabilities of their inverse: relative to the values, which reach some thousands.
const close = 1e-12;
const names: KlEstimatorName[] = ["k1", "k2", "k3"];

describe("on-policy, unweighted", () => {
  test("k1 and k3 have the value D(Q‖P), k2 that of ½E[(ln q/p)²]", () => {
    fc.assert(
      fc.property(policies(2), ([p, q]) => {
        const bias = (name: KlEstimatorName) => valueMoments(klEstimator(p, q, name), p).bias;
        expect(Math.abs(bias("k1"))).toBeLessThan(close);
        expect(Math.abs(bias("k3"))).toBeLessThan(close);
        const half = [...q].reduce((sum, x, i) => sum + (x * Math.log(x / p[i]) ** 2) / 2, 0);
        expect(Math.abs(bias("k2") - (half - klDivergence(p, q, "reverse")))).toBeLessThan(1e-11);
      }),
    );
  });

  test("differentiated, k1 gives 0, k2 ∇D(Q‖P), and k3 ∇D(P‖Q) = q − p", () => {
    fc.assert(
      fc.property(policies(2), ([p, q]) => {
        const mean = (name: KlEstimatorName) => gradientMoments(klEstimator(p, q, name).gradient).mean;
        expect(
          largestDifference(
            mean("k1"),
            [...q].map(() => 0),
          ),
        ).toBeLessThan(close);
        expect(largestDifference(mean("k2"), reverseGradient(p, q))).toBeLessThan(close);
        expect(
          largestDifference(
            mean("k3"),
            [...q].map((x, i) => x - p[i]),
          ),
        ).toBeLessThan(close);
      }),
    );
  });
});

describe("off-policy", () => {
  test("weighted, k1 and k3 have the value and the gradient of D(Q‖P)", () => {
    fc.assert(
      fc.property(policies(3), ([p, q, draws]) => {
        for (const name of ["k1", "k3"] as const) {
          const estimator = klEstimator(p, q, name, { draws, weighted: true });
          expect(Math.abs(valueMoments(estimator, p).bias)).toBeLessThan(close);
          expect(
            largestDifference(gradientMoments(estimator.gradient).mean, reverseGradient(p, q)),
          ).toBeLessThan(close);
        }
      }),
    );
  });

  test("weighted, k2 has the gradient of its own value, E_Q[½(ln q/p)²]", () => {
    fc.assert(
      fc.property(policies(3), ([p, q, draws]) => {
        const { gradient } = klEstimator(p, q, "k2", { draws, weighted: true });
        const logs = [...q].map((x, i) => Math.log(x / p[i]));
        const exact = costGradient(
          q,
          logs.map((log) => log ** 2 / 2 + log),
        );
        expect(largestDifference(gradientMoments(gradient).mean, exact)).toBeLessThan(1e-11);
      }),
    );
  });

  test("unweighted, k1 is H(draws, P) − H(draws, Q) and its gradient draws − q", () => {
    const [p, q, draws] = [
      [0.5, 0.5],
      [0.75, 0.25],
      [0.25, 0.75],
    ].map((x) => probabilities(x));
    const estimator = klEstimator(p, q, "k1", { draws });
    expect(valueMoments(estimator, p).mean).toBeCloseTo(0.25 * Math.log(1.5) + 0.75 * Math.log(0.5), 15);
    expect([...gradientMoments(estimator.gradient).mean]).toEqual([-0.5, 0.5]);
  });
});

test("the gradient is the derivative of each draw's value by the logits, the draw held fixed", () => {
  const [p, draws] = [probabilities([0.5, 0.3, 0.2]), probabilities([0.3, 0.3, 0.4])];
  const at = [0.3, -0.5, 0.1];
  const step = 1e-5;
  for (const name of names)
    for (const weighted of [false, true]) {
      const valuesAt = (l: number[]) => klEstimator(p, softmax(logits(l)), name, { draws, weighted }).values;
      const { gradient } = klEstimator(p, softmax(logits(at)), name, { draws, weighted });
      for (const x of at.keys()) {
        const exact = sampledGradient(gradient, [x]);
        const slopes = at.map((_, j) => {
          const moved = (by: number) => valuesAt(at.map((l, k) => (k === j ? l + by : l)))[x];
          return (moved(step) - moved(-step)) / (2 * step);
        });
        // Third derivatives below 10 make 2e-10, rounding 1e-11.
        expect(largestDifference(exact, slopes)).toBeLessThan(1e-9);
      }
    }
});

test("k3 is never negative; near P = Q it keeps its digits, and its variance is below that of k1", () => {
  const p = probabilities([0.5, 0.5]);
  const q = probabilities([0.5 + 1e-9, 0.5 - 1e-9]);
  const [k1, , k3] = names.map((name) => klEstimator(p, q, name));
  // ½(δ/q)² with δ/q = 2e-9, up to a relative 1e-9; the literal r − 1 − ln r is off by 1e-16.
  for (const value of k3.values) expect(value / 2e-18).toBeCloseTo(1, 6);
  expect(valueMoments(k3, p).variance).toBeLessThan(valueMoments(k1, p).variance * 1e-8);
});

test("k3 is no good where Q forgets what P holds likely: one draw in a thousand carries its mean", () => {
  const [p, q] = [probabilities([0.5, 0.5]), probabilities([0.999, 0.001])];
  const [k1, , k3] = names.map((name) => valueMoments(klEstimator(p, q, name), p).variance);
  // The rare draw says r − 1 − ln r ≈ 499 − ln 500, with chance 0.001.
  const rare = 500 - 1 - Math.log(500);
  const common = 0.5 / 0.999 - 1 - Math.log(0.5 / 0.999);
  expect(k3).toBeCloseTo(0.001 * 0.999 * (rare - common) ** 2, 9);
  expect(k3).toBeGreaterThan(1000 * k1);
});

test("valueMoments are those of draws, within five standard errors", () => {
  const [p, q] = [probabilities([0.5, 0.3, 0.2]), probabilities([0.2, 0.3, 0.5])];
  for (const [seed, name] of names.entries()) {
    const estimator = klEstimator(p, q, name);
    const [rng, table, size] = [createRng(seed), aliasTable(q), 20_000];
    const mean =
      Array.from({ length: size }, () => estimator.values[table.sample(rng)]).reduce((a, b) => a + b) / size;
    const { mean: expected, variance } = valueMoments(estimator, p, size);
    expect(Math.abs(mean - expected)).toBeLessThan(5 * Math.sqrt(variance));
  }
});

test("an infinite divergence is estimated by infinite values, whose gradient is refused", () => {
  const [p, q] = [probabilities([1, 0]), probabilities([0.5, 0.5])];
  for (const name of names)
    expect(valueMoments(klEstimator(p, q, name), p)).toEqual({ mean: Infinity, bias: 0, variance: Infinity });
  expect(() => gradientMoments(klEstimator(p, q, "k2").gradient)).toThrow(/coefficients\[1\] is Infinity/);
  expect(() => klEstimator(p, q, "k4" as KlEstimatorName)).toThrow(/name is k4, expected/);
});
