import {
  conditionalEntropy,
  conditionalMutualInformation,
  jointTable,
  mutualInformation,
} from "@surprisal/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  expectAccurate,
  expectWithin,
  markovChains,
  referenceTables,
  slack,
  tables,
} from "../jointTables.ts";

describe("conditionalMutualInformation is right to a relative 1e-14", () => {
  const known = referenceTables.filter((table) => table.conditionalMutualInformation !== undefined);
  test.each(known)("$name", ({ t, shape, conditionalMutualInformation: value, name }) => {
    const given = [...shape.keys()].slice(2);
    expectAccurate(conditionalMutualInformation(t, [0], [1], given), value!, name);
  });
});

test("conditionalMutualInformation of a common cause is 0, though the effects are dependent", () => {
  const given = [0.9, 0.1].map((heads) => [heads, 1 - heads]);
  const p = [0, 1].flatMap((x) => [0, 1].flatMap((y) => given.map((coin) => coin[x]! * coin[y]! * 0.5)));
  const t = jointTable(p, [2, 2, 2]);
  expect(conditionalMutualInformation(t, [0], [1], [2])).toBeLessThan(1e-30);
  expect(mutualInformation(t, [0], [1])).toBeGreaterThan(0.2);
});

test("chain rule: I(A;B,C) = I(A;C) + I(A;B|C)", () => {
  fc.assert(
    fc.property(tables(3), (t) => {
      const whole = mutualInformation(t, [0], [1, 2]);
      const parts = mutualInformation(t, [0], [2]) + conditionalMutualInformation(t, [0], [1], [2]);
      // All three are sums of terms ≥ 0, right to 30u each.
      expectWithin(parts, whole, 100 * 2 ** -53 * whole + 1e-300);
    }),
  );
});

test("conditionalMutualInformation is ≥ 0, symmetric, and H(A|C) − H(A|B,C)", () => {
  fc.assert(
    fc.property(tables(4), (t) => {
      const information = conditionalMutualInformation(t, [0, 3], [1], [2]);
      expect(information).toBeGreaterThanOrEqual(0);
      expectWithin(conditionalMutualInformation(t, [1], [3, 0], [2]), information, 1e-14 * information);
      const drop = conditionalEntropy(t, [0, 3], [2]) - conditionalEntropy(t, [0, 3], [1, 2]);
      expectWithin(information, drop, slack(t));
    }),
  );
});

test("along X → Y → Z nothing passes by Y: I(X;Z|Y) = 0", () => {
  fc.assert(
    fc.property(markovChains, (t) => {
      // Cells are rounded to 4u relatively; that alone makes an information of at most (2·4u)².
      expect(conditionalMutualInformation(t, [0], [2], [1])).toBeLessThan((8 * 2 ** -53) ** 2);
    }),
  );
});

test("conditionalMutualInformation given nothing is mutualInformation", () => {
  fc.assert(
    fc.property(tables(2), (t) => {
      expect(conditionalMutualInformation(t, [0], [1], [])).toBe(mutualInformation(t));
    }),
  );
});
