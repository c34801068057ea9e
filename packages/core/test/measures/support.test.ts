import {
  klDivergence,
  klOnCommonSupport,
  logProbabilities,
  normalize,
  probabilities,
  supportMismatch,
  toLogProbabilities,
} from "@surprisal/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { tuples } from "../distributions.ts";

const p = probabilities([0.125, 0.25, 0.25, 0.375, 0]);
const q = probabilities([0, 0.5, 0, 0, 0.5]);

test("supportMismatch lists the culprits, largest first, ties by index", () => {
  expect(supportMismatch(p, q, ["a", "b", "c", "d", "e"])).toEqual({
    outcomes: [
      { index: 3, name: "d", mass: 0.375 },
      { index: 2, name: "c", mass: 0.25 },
      { index: 0, name: "a", mass: 0.125 },
    ],
    mass: 0.75,
  });
  expect(supportMismatch(probabilities([0.5, 0.5, 0]), probabilities([0, 0, 1])).outcomes).toEqual([
    { index: 0, mass: 0.5 },
    { index: 1, mass: 0.5 },
  ]);
});

test("supportMismatch looks one way, from P to Q", () => {
  expect(supportMismatch(q, p)).toEqual({ outcomes: [{ index: 4, mass: 0.5 }], mass: 0.5 });
  expect(supportMismatch(p, p)).toEqual({ outcomes: [], mass: 0 });
});

test("supportMismatch of log-probabilities: e⁻⁸⁰⁰ is possible, −∞ is not", () => {
  const certain = logProbabilities([0, -Infinity]);
  expect(supportMismatch(logProbabilities([-800, 0]), logProbabilities([-900, 0])).outcomes).toEqual([]);
  expect(supportMismatch(logProbabilities([0, -800]), certain).outcomes).toEqual([{ index: 1, mass: 0 }]);
  expect(klDivergence(logProbabilities([0, -800]), certain)).toBe(Infinity);
  expect(supportMismatch(toLogProbabilities(p), q).mass).toBeCloseTo(0.75, 15);
});

test("supportMismatch refuses names that are not one for each outcome", () => {
  expect(() => supportMismatch(p, q, ["a"])).toThrow("supportMismatch: names has 1 entries, expected 5");
  expect(() => supportMismatch(p, probabilities([1]))).toThrow(
    "supportMismatch: p has 5 outcomes and q has 1, expected the same outcomes",
  );
});

test("KL on the common support is KL of the two restricted and normalised distributions", () => {
  fc.assert(
    fc.property(tuples(2), ([a, b]) => {
      const both = Array.from(a!, (x, i) => [x, b![i]!] as const).filter(([x, y]) => x > 0 && y > 0);
      if (both.length === 0) {
        expect(() => klOnCommonSupport(a!, b!)).toThrow(/no outcome is possible under both/);
        return;
      }
      const [left, right] = [normalize(both.map(([x]) => x)), normalize(both.map(([, y]) => y))];
      const truth = klDivergence(left, right);
      // Normalising rounds each probability once or twice: 12 outcomes.
      expect(Math.abs(klOnCommonSupport(a!, b!) - truth)).toBeLessThanOrEqual(1e-14 * (1 + truth));
    }),
  );
});

test("KL on the common support is finite where KL is not, and may be 0", () => {
  expect(klOnCommonSupport(probabilities([0.25, 0.25, 0.5]), probabilities([0.5, 0.5, 0]))).toBe(0);
  expect(klDivergence(probabilities([0.25, 0.25, 0.5]), probabilities([0.5, 0.5, 0]))).toBe(Infinity);
});
