import {
  gradientByLogits,
  gradientByProbabilities,
  logits,
  type Objective,
  probabilities,
  reweight,
  softmax,
  type ValueAndGradient,
} from "@surprisal/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { logitPairs } from "./objectives.ts";

const kl: Objective = { kind: "kl" };
const reverse: Objective = { kind: "kl", direction: "reverse" };

function expectNear(found: ValueAndGradient, expected: ValueAndGradient, tolerance: number): void {
  expect(Math.abs(found.value - expected.value)).toBeLessThanOrEqual(tolerance);
  for (const [i, slope] of expected.gradient.entries())
    expect(Math.abs(found.gradient[i]! - slope)).toBeLessThanOrEqual(tolerance);
}

describe("the generalised Jensen–Shannon divergence at the ends of β", () => {
  const at = (beta: number, continuous: boolean): Objective => ({
    kind: "generalizedJensenShannon",
    beta,
    continuous,
  });
  const p = softmax(logits([1, 0, -1]));
  const z = logits([-1, 0, 1]);

  test("jumps: at β = 0 and 1 it is a KL divergence, next to them nearly 0", () => {
    for (const [end, next, divergence] of [
      [0, 1e-9, kl],
      [1, 1 - 1e-9, reverse],
    ] as const) {
      const there = gradientByLogits(at(end, false), p, z);
      expect(there).toEqual(gradientByLogits(divergence, p, z));
      expect(there.value).toBeGreaterThan(0.5);
      // β(1 − β) times a KL divergence, both below 2.
      expect(gradientByLogits(at(next, false), p, z).value).toBeLessThan(2e-9);
    }
  });

  test("does not in its continuous form, which is 4 times as large at β = ½", () => {
    // 1e-9 times how fast it changes with β: χ² and third moments of p/q, below 100 here.
    for (const [end, next] of [
      [0, 1e-9],
      [1, 1 - 1e-9],
    ] as const)
      expectNear(gradientByLogits(at(next, true), p, z), gradientByLogits(at(end, true), p, z), 1e-7);
    const [plain, scaled] = [false, true].map((continuous) => gradientByLogits(at(0.5, continuous), p, z));
    const fourfold = { value: 4 * plain!.value, gradient: plain!.gradient.map((x) => 4 * x) };
    expect(scaled).toEqual(fourfold);
  });

  test("is finite for any β above 0, however small", () => {
    for (const beta of [Number.MIN_VALUE, 2e-308, 1e-300])
      expectNear(gradientByLogits(at(beta, true), p, z), gradientByLogits(kl, p, z), 2 ** -48);
  });
});

test("at high temperature, times T², KL pulls logits together: (z − t)/n, each less its mean", () => {
  fc.assert(
    fc.property(logitPairs(2), ({ teacher, student }) => {
      const options = { temperature: 2 ** 16, timesTemperatureSquared: true };
      const n = student.length;
      const mean = [...student].reduce((sum, z, i) => sum + z - teacher[i]!, 0) / n;
      for (const objective of [kl, reverse]) {
        const { gradient } = gradientByLogits(objective, teacher, student, options);
        // The next term of the expansion is of the order z³/T; q and p are rounded at 2⁻⁵², and T multiplies that.
        for (const [i, slope] of gradient.entries())
          expect(Math.abs(slope - (student[i]! - teacher[i]! - mean) / n)).toBeLessThanOrEqual(
            64 * 2 ** -16 + 8 * 2 ** -36,
          );
      }
    }),
  );
});

test("a mask over outcomes, put on both, is a comparison of what is left", () => {
  const keep = [1, 0, 1, 1];
  const [teacher, student] = [logits([1, 5, 0, -1]), logits([0, 9, 1, 2])];
  const kept = (l: typeof teacher) => logits([...l].filter((_, i) => keep[i]));
  for (const objective of [kl, reverse, { kind: "renyi", order: 2 }, { kind: "totalVariation" }] as const) {
    const { value, gradient } = gradientByLogits(objective, reweight(teacher, keep), reweight(student, keep));
    const small = gradientByLogits(objective, kept(teacher), kept(student));
    expect(value).toBe(small.value);
    const [a, b, c] = small.gradient;
    expect([...gradient]).toEqual([a, 0, b, c]);
  }
});

test("where the total variation ties, the slope between its two is taken: 0", () => {
  const even = probabilities([0.25, 0.25, 0.5]);
  const { gradient } = gradientByProbabilities(
    { kind: "totalVariation" },
    even,
    probabilities([0.25, 0.5, 0.25]),
  );
  expect([...gradient]).toEqual([0, 0.5, -0.5]);
});

test("Rényi's of order ∞ shares its slope among the outcomes that tie for the largest ratio", () => {
  const { value, gradient } = gradientByProbabilities(
    { kind: "renyi", order: Infinity },
    probabilities([0.5, 0.5, 0]),
    probabilities([0.25, 0.25, 0.5]),
  );
  expect(value).toBe(Math.LN2);
  expect([...gradient]).toEqual([-2, -2, 0]);
});

test("a focal loss cares less for what the student knows already, and more for what it does not", () => {
  const sure = logits([4, 0]);
  const pull = (gamma: number, label: number) =>
    Math.abs(
      gradientByLogits({ kind: "focalCrossEntropy", gamma }, probabilities(label ? [0, 1] : [1, 0]), sure)
        .gradient[label]!,
    );
  expect(pull(2, 0) / pull(0, 0)).toBeLessThan(0.01);
  expect(pull(2, 1) / pull(0, 1)).toBeGreaterThan(0.9);
});
