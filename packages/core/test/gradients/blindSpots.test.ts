import {
  gradientByLogits,
  gradientByProbabilities,
  gradientMoments,
  logits,
  probabilities,
  proximalUpdate,
  reverseKlCost,
  sampledForwardGradient,
  scoreFunctionGradient,
  softmax,
} from "@surprisal/core";
import { describe, expect, test } from "vitest";

const p = probabilities([0.49, 0.49, 0.02]);
const reverse = { kind: "kl", direction: "reverse" } as const;
const forward = { kind: "kl" } as const;

describe.each([
  ["ruled out", -Infinity],
  ["saturated: e⁻⁸⁰⁰ is no double", -800],
])("an outcome that is %s", (_, logit) => {
  const student = logits([Math.log(0.98), Math.log(0.02), logit]);
  const q = softmax(student);

  test("moves by its logit forward by −p, in reverse by 0", () => {
    expect(gradientByLogits(forward, p, student).gradient[2]).toBeCloseTo(-0.02, 15);
    expect(Math.abs(gradientByLogits(reverse, p, student).gradient[2])).toBe(0);
  });

  test("pulls without bound by its probability, in both directions", () => {
    expect(gradientByProbabilities(forward, p, q).gradient[2]).toBe(-Infinity);
    expect(gradientByProbabilities(reverse, p, q).gradient[2]).toBe(-Infinity);
  });

  test("is never drawn by Q, with any baseline, so that it does not move; P draws it", () => {
    for (const baseline of ["none", "value", "optimal"] as const)
      expect(
        Math.abs(gradientMoments(scoreFunctionGradient(q, reverseKlCost(p, q), { baseline })).mean[2]),
      ).toBe(0);
    expect(gradientMoments(sampledForwardGradient(p, q)).mean[2]).toBeCloseTo(-0.02, 15);
  });

  test("stays at 0 whatever PPO does", () => {
    const reward = reverseKlCost(p, q).map((cost) => (cost === -Infinity ? 1e6 : -cost));
    expect(proximalUpdate(q, reward, { rate: 1, steps: 50 }).policy[2]).toBe(0);
  });
});

test("saturated by little, the reverse gradient is q·(ln(q/p) − D): small, and not 0", () => {
  const student = logits([Math.log(0.98), Math.log(0.02), -30]);
  const { value, gradient } = gradientByLogits(reverse, p, student);
  const q = softmax(student)[2];
  // Relative to 1: a handful of roundings of logarithms of size 30.
  expect(gradient[2] / (q * (Math.log(q / 0.02) - value))).toBeCloseTo(1, 12);
  expect(gradient[2]).toBeLessThan(0);
});
