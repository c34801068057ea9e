import {
  coInformation,
  conditionalEntropy,
  conditionalMutualInformation,
  inUnit,
  jointEntropy,
  jointTable,
  marginal,
  mutualInformation,
} from "@surprisal/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectWithin, referenceTables, slack, tables } from "../jointTables.ts";

// A signed difference of informations I(X₀;X₁|T), each right to 30u: the whole is right to 32u of their sum, not of itself.
describe("coInformation is right to 32·2⁻⁵³ of the sum of its terms", () => {
  test.each(referenceTables)("$name", ({ t, coInformation: known, coInformationTerms: terms, name }) => {
    expectWithin(coInformation(t), known, Math.max(32 * 2 ** -53 * terms, 5e-324), name);
  });
});

/** Two fair coins and their parity, or n − 1 coins and theirs. */
function parity(n: number) {
  const p = Float64Array.from({ length: 2 ** n }, (_, bits) =>
    bits.toString(2).replaceAll("0", "").length % 2 === 0 ? 2 ** (1 - n) : 0,
  );
  return jointTable(p, Array(n).fill(2));
}

test("coInformation of xor is −1 bit, of more coins and their parity ±1 in turn", () => {
  expect(inUnit(coInformation(parity(3)), "bits")).toBe(-1);
  expect(inUnit(coInformation(parity(4)), "bits")).toBe(1);
  expect(inUnit(coInformation(parity(5)), "bits")).toBe(-1);
});

test("coInformation of n copies is the entropy of one", () => {
  for (const n of [1, 2, 3, 4]) {
    const p = new Float64Array(2 ** n);
    p[0] = 0.25;
    p[2 ** n - 1] = 0.75;
    const copies = jointTable(p, Array(n).fill(2));
    expectWithin(coInformation(copies), conditionalEntropy(copies, [0], []), 2 ** -52);
  }
});

test("coInformation of two variables is their mutual information; of three I(X;Y) − I(X;Y|Z)", () => {
  fc.assert(
    fc.property(tables(3), (t) => {
      const pair = marginal(t, [0, 1]);
      expect(coInformation(pair)).toBe(mutualInformation(pair));
      const difference = mutualInformation(t, [0], [1]) - conditionalMutualInformation(t, [0], [1], [2]);
      expect(coInformation(t)).toBe(difference);
    }),
  );
});

test("coInformation is symmetric in its variables", () => {
  fc.assert(
    fc.property(tables(4), (t) => {
      for (const order of [
        [3, 2, 1, 0],
        [1, 2, 3, 0],
      ])
        expectWithin(coInformation(marginal(t, order)), coInformation(t), 4 * slack(t));
    }),
  );
});

test("coInformation is the alternating sum of the entropies of all subsets", () => {
  fc.assert(
    fc.property(tables(3), (t) => {
      const h = (...axes: number[]) => jointEntropy(marginal(t, axes));
      const sum = h(0) + h(1) + h(2) - h(0, 1) - h(0, 2) - h(1, 2) + h(0, 1, 2);
      expectWithin(coInformation(t), sum, 3 * slack(t));
    }),
  );
});

test("a variable that never varies shares nothing, however many of them there are", () => {
  expect(coInformation(jointTable([0.5, 0, 0, 0.5], [2, 2, 1]))).toBe(0);
  expect(coInformation(jointTable([0.5, 0.5], [2, ...Array<number>(60).fill(1)]))).toBe(0);
});
