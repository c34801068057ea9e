import * as core from "@surprisal/core";
import { type Probabilities, probabilities, toLogProbabilities } from "@surprisal/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { distributions, pairs } from "../distributions.ts";

type Pair = [p: Probabilities, q: Probabilities];
const sum = (terms: Float64Array) => terms.reduce((total, x) => total + x, 0);

// What the contributions of each measure of two distributions amount to, and how that gives the measure.
const measures: Record<
  string,
  [contributions: (...pair: Pair) => Float64Array, total: (...pair: Pair) => number]
> = {
  crossEntropy: [core.crossEntropyContributions, core.crossEntropy],
  "crossEntropy of logs": [
    (p, q) => core.crossEntropyContributions(toLogProbabilities(p), toLogProbabilities(q)),
    core.crossEntropy,
  ],
  klDivergence: [(p, q) => core.klContributions(p, q), (p, q) => core.klDivergence(p, q)],
  "klDivergence reverse": [
    (p, q) => core.klContributions(p, q, "reverse"),
    (p, q) => core.klDivergence(p, q, "reverse"),
  ],
  "klDivergence of logs": [
    (p, q) => core.klContributions(toLogProbabilities(p), q),
    (p, q) => core.klDivergence(p, q),
  ],
  jeffreysDivergence: [core.jeffreysContributions, core.jeffreysDivergence],
  jensenShannonDivergence: [
    (p, q) => core.jensenShannonContributions(p, q, 0.3),
    (p, q) => core.jensenShannonDivergence(p, q, 0.3),
  ],
  skewedKlDivergence: [
    (p, q) => core.skewedKlContributions(p, q, 0.3),
    (p, q) => core.skewedKlDivergence(p, q, 0.3),
  ],
  "skewedKlDivergence 0": [(p, q) => core.skewedKlContributions(p, q, 0), (p, q) => core.klDivergence(p, q)],
  alphaDivergence: [(p, q) => core.alphaContributions(p, q, 0.3), (p, q) => core.alphaDivergence(p, q, 0.3)],
  totalVariation: [core.totalVariationContributions, core.totalVariation],
  "hellingerDistance squared": [core.hellingerContributions, (p, q) => core.hellingerDistance(p, q) ** 2],
  bhattacharyyaCoefficient: [core.bhattacharyyaContributions, core.bhattacharyyaCoefficient],
  chiSquaredDivergence: [core.chiSquaredContributions, core.chiSquaredDivergence],
  "exp((α − 1)·renyiDivergence), α = ½": [
    (p, q) => core.renyiContributions(p, q, 0.5),
    (p, q) => Math.exp(-0.5 * core.renyiDivergence(p, q, 0.5)),
  ],
  "exp((α − 1)·renyiDivergence), α = 0": [
    (p, q) => core.renyiContributions(p, q, 0),
    (p, q) => Math.exp(-core.renyiDivergence(p, q, 0)),
  ],
  "renyiDivergence 1": [(p, q) => core.renyiContributions(p, q, 1), (p, q) => core.renyiDivergence(p, q, 1)],
};

describe.each(Object.entries(measures))("%s", (_, [contributions, total]) => {
  test("is the sum of its contributions, one for each outcome", () => {
    fc.assert(
      fc.property(pairs, ([p, q]) => {
        const parts = contributions(p, q);
        expect(parts.length).toBe(p.length);
        for (const part of parts) expect(part).not.toBeNaN();
        const [whole, value] = [sum(parts), total(p, q)];
        // Up to 12 signed terms of sizes that sum to at most `scale`, and sums of p and q that miss 1 by 12·2⁻⁵².
        const scale = 12 + parts.reduce((size, x) => size + Math.abs(x), 0);
        if (Number.isFinite(value))
          expect(Math.abs(whole - value)).toBeLessThanOrEqual(20 * 2 ** -52 * scale);
        else expect(whole).toBe(value);
      }),
    );
  });
});

test("entropy is the sum of its contributions, each at most 1/e", () => {
  fc.assert(
    fc.property(distributions, (p) => {
      for (const vector of [p, toLogProbabilities(p)]) {
        const parts = core.entropyContributions(vector);
        expect(Math.abs(sum(parts) - core.entropy(vector))).toBeLessThanOrEqual(1e-14);
        for (const part of parts) {
          expect(part).toBeGreaterThanOrEqual(0);
          expect(part).toBeLessThanOrEqual(1 / Math.E + 1e-15);
        }
      }
    }),
  );
});

test("values by hand", () => {
  const p = probabilities([0.5, 0.25, 0.25, 0]);
  const q = probabilities([0.25, 0.5, 0, 0.25]);
  expect([...core.klContributions(p, q)]).toEqual([0.5 * Math.LN2, -0.25 * Math.LN2, Infinity, 0]);
  expect([...core.klContributions(p, q, "reverse")]).toEqual([-0.25 * Math.LN2, 0.5 * Math.LN2, 0, Infinity]);
  expect([...core.renyiContributions(p, q, Infinity)]).toEqual([2, 0.5, Infinity, 0]);
  expect([...core.renyiContributions(p, q, 2)]).toEqual([1, 0.125, Infinity, 0]);
  expect([...core.renyiContributions(p, q, 0)]).toEqual([0.25, 0.5, 0, 0]);
  expect([...core.totalVariationContributions(p, q)]).toEqual([0.125, 0.125, 0.125, 0.125]);
  expect([...core.chiSquaredContributions(p, q)]).toEqual([0.25, 0.125, Infinity, 0.25]);
  // Half of those of χ², within a rounding.
  [...core.alphaContributions(p, q, 2)].forEach((x, i) => {
    expect(x).toBeCloseTo([0.125, 0.0625, Infinity, 0.125][i]!, 15);
  });
  expect([...core.jensenShannonContributions(p, q, 0)]).toEqual([0, 0, 0, 0]);
  expect([...core.skewedKlContributions(p, q, 1)]).toEqual([0, 0, 0, 0]);
  expect([...core.entropyContributions(p)]).toEqual([0.5 * Math.LN2, 0.5 * Math.LN2, 0.5 * Math.LN2, 0]);
});

test("contributions keep their digits where p and q differ in the last ones", () => {
  const [p, q] = [probabilities([0.25, 0.75]), probabilities([0.25 + 2 ** -50, 0.75 - 2 ** -50])];
  for (const parts of [core.klContributions(p, q), core.skewedKlContributions(p, q, 0)]) {
    // p ln(p/q) = −δ + δ²/2p − …, and δ²/2p is below the last digit of δ = 2⁻⁵⁰.
    expect(parts[0]! / -(2 ** -50)).toBeCloseTo(1, 14);
    expect(parts[1]! / 2 ** -50).toBeCloseTo(1, 14);
  }
});
