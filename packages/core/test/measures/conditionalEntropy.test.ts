import { conditionalEntropy, jointEntropy, jointTable, marginal } from "@surprisal/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectAccurate, expectWithin, referenceTables, slack, tables } from "../jointTables.ts";

describe("conditionalEntropy is right to a relative 1e-14", () => {
  test.each(referenceTables)("$name", ({ t, shape, conditionalEntropy: known, name }) => {
    expectAccurate(conditionalEntropy(t, [...shape.keys()].slice(1), [0]), known, name);
  });
});

test("chain rule: H(A,B) = H(B) + H(A|B)", () => {
  fc.assert(
    fc.property(tables(3), (t) => {
      const parts = jointEntropy(marginal(t, [2])) + conditionalEntropy(t, [0, 1], [2]);
      expectWithin(parts, jointEntropy(t), slack(t));
    }),
  );
});

test("chain rule: H(A,B|C) = H(B|C) + H(A|B,C)", () => {
  fc.assert(
    fc.property(tables(3), (t) => {
      const whole = conditionalEntropy(t, [0, 1], [2]);
      const parts = conditionalEntropy(t, [1], [2]) + conditionalEntropy(t, [0], [1, 2]);
      // All three are sums of terms ≥ 0, right to 10u each: relative, also where H is 10⁻⁴⁰.
      expectWithin(parts, whole, 40 * 2 ** -53 * whole);
    }),
  );
});

test("conditioning reduces entropy: H(A|B,C) ≤ H(A|B) ≤ H(A)", () => {
  fc.assert(
    fc.property(tables(3), (t) => {
      const [free, once, twice] = [[], [1], [1, 2]].map((given) => conditionalEntropy(t, [0], given)) as [
        number,
        number,
        number,
      ];
      expect(twice).toBeLessThanOrEqual(once * (1 + 1e-14));
      expect(once).toBeLessThanOrEqual(free * (1 + 1e-14));
      expect(twice).toBeGreaterThanOrEqual(0);
    }),
  );
});

test("conditionalEntropy is exactly 0 for a function of what is given", () => {
  const t = jointTable([0.3, 0, 0, 0.2, 0.5, 0], [3, 2]);
  expect(conditionalEntropy(t, [1], [0])).toBe(0);
  expect(conditionalEntropy(t, [0], [1])).toBeGreaterThan(0);
  expect(conditionalEntropy(t, [], [0])).toBe(0);
});

test("conditionalEntropy keeps its digits for a nearly determined variable", () => {
  const rare = 1e-200;
  const t = jointTable([0.5, rare, 0.5, 0], [2, 2]);
  // Row 0: H = −½·ln(½/(½+ε)) + ε·ln(½/ε) = ε + ε·ln(1/(2ε)) to first order in ε.
  expectWithin(conditionalEntropy(t, [1], [0]) / (rare * (1 - Math.log(2 * rare))), 1, 1e-15);
});
