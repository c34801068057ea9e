import { klDivergence, leashedReward, logits, optimalPolicy, probabilities, softmax } from "@surprisal/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { largestDifference } from "./exactGradients.ts";
import { policies } from "./policies.ts";

const betas = fc.double({ min: 0.05, max: 20, noNaN: true });

test("whatever π is, E_π[r] − β·D(π‖π_ref) = β·ln Z − β·D(π‖π*)", () => {
  fc.assert(
    fc.property(policies(3), betas, ([reference, policy, shape], beta) => {
      const reward = [...shape].map((x) => Math.log(x));
      const best = optimalPolicy(reference, reward, beta);
      const behind = beta * klDivergence(policy, best.policy);
      const earned = leashedReward(policy, reference, reward, beta);
      // Log-probabilities reach ln(1e4)/β ≈ 200: relative to what is subtracted.
      expect(Math.abs(earned - (best.value - behind))).toBeLessThan(
        1e-12 * (1 + behind + Math.abs(best.value)),
      );
      expect(leashedReward(best.policy, reference, reward, beta)).toBeCloseTo(best.value, 11);
    }),
  );
});

test("with r = ln p − ln π_ref and β = 1 the optimum is P itself, worth 0", () => {
  fc.assert(
    fc.property(policies(2), ([p, reference]) => {
      const { policy, value } = optimalPolicy(
        reference,
        [...p].map((x, i) => Math.log(x / reference[i])),
        1,
      );
      expect(largestDifference(policy, p)).toBeLessThan(1e-14);
      expect(Math.abs(value)).toBeLessThan(1e-14);
    }),
  );
});

test("a long leash finds the best outcome, a short one stays at the reference", () => {
  const reference = probabilities([0.25, 0.25, 0.5]);
  const reward = [1e4, 1e4 - 1, 0];
  const free = optimalPolicy(reference, reward, 1e-3);
  expect([...free.policy]).toEqual([1, 0, 0]);
  // r − β·ln(1/0.25)
  expect(free.value).toBeCloseTo(1e4 - 1e-3 * Math.log(4), 10);
  // Cumulants: mean + variance/2β, and a third of the order 1e12/β².
  const vast = optimalPolicy(reference, [1e308, -1e308, 0], 1e-300);
  expect([...vast.policy, vast.value]).toEqual([1, 0, 0, 1e308]);
  const tight = optimalPolicy(reference, reward, 1e8);
  const mean = 0.25 * (2e4 - 1);
  const variance = 0.25 * (1e8 + (1e4 - 1) ** 2) - mean ** 2;
  expect(largestDifference(tight.policy, reference)).toBeLessThan(1e-4);
  expect((tight.value - mean) / (variance / 2e8)).toBeCloseTo(1, 4);
});

test("what is forbidden or unknown to the reference stays at 0", () => {
  const reference = probabilities([0.5, 0.5, 0]);
  const { policy, value } = optimalPolicy(reference, [-Infinity, 2, 99], 1);
  expect([...policy]).toEqual([0, 1, 0]);
  expect(value).toBeCloseTo(2 - Math.LN2, 15);
  expect(leashedReward(reference, reference, [-Infinity, 2, 99], 1)).toBe(-Infinity);
  expect(leashedReward(probabilities([0, 0, 1]), reference, [0, 0, 1], 1)).toBe(-Infinity);
  expect(() => optimalPolicy(reference, [-Infinity, -Infinity, 0], 1)).toThrow(/expected an outcome/);
  expect(() => optimalPolicy(reference, [Infinity, 0, 0], 1)).toThrow(/reward\[0\] is Infinity, expected/);
  expect(() => optimalPolicy(reference, [0, 0, 0], 0)).toThrow(/beta is 0, expected/);
  expect(() => leashedReward(reference, reference, [0, 0, 0], -1)).toThrow(/beta is -1, expected/);
});

test("adding to every reward adds to the value and changes no policy", () => {
  const reference = softmax(logits([0, 1, 2, 3]));
  const plain = optimalPolicy(reference, [3, 1, 2, 0], 0.5);
  const shifted = optimalPolicy(reference, [103, 101, 102, 100], 0.5);
  // Logs of 200 instead of 6: their rounding, 200·2⁻⁵³.
  expect(largestDifference(plain.policy, shifted.policy)).toBeLessThan(1e-13);
  expect(shifted.value - plain.value).toBeCloseTo(100, 12);
});
