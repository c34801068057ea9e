import {
  conditionalEntropy,
  jointEntropy,
  jointTable,
  klDivergence,
  marginal,
  mutualInformation,
  normalize,
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
  tablesOfShape,
} from "../jointTables.ts";

describe("mutualInformation is right to a relative 1e-14", () => {
  test.each(referenceTables)("$name", ({ t, mutualInformation: known, name }) => {
    expectAccurate(mutualInformation(t), known, name);
  });
});

test("mutualInformation of a binary symmetric channel is ln 2 − H(flip)", () => {
  for (const flip of [0.5, 0.25, 0.125, 2 ** -20]) {
    const t = jointTable([(1 - flip) / 2, flip / 2, flip / 2, (1 - flip) / 2], [2, 2]);
    const noise = -flip * Math.log(flip) - (1 - flip) * Math.log1p(-flip);
    expectWithin(mutualInformation(t), Math.LN2 - noise, 4 * 2 ** -53);
  }
});

test("mutualInformation is exactly 0 where independence is exact in doubles", () => {
  const halves = [0.5, 0.25, 0.125, 0.125];
  const t = jointTable(
    halves.flatMap((x) => halves.map((y) => x * y)),
    [4, 4],
  );
  expect(mutualInformation(t)).toBe(0);
});

// The deviation x = ±ε of each cell gives I = ((1+ε)ln(1+ε) + (1−ε)ln(1−ε))/2 = ε²/2 + ε⁴/12 + …
test.each([2 ** -10, 2 ** -26, 2 ** -40, 2 ** -50])(
  "mutualInformation keeps its digits at a deviation of %s",
  (e) => {
    const t = jointTable([(1 + e) / 4, (1 - e) / 4, (1 - e) / 4, (1 + e) / 4], [2, 2]);
    expectWithin(mutualInformation(t) / (e ** 2 / 2 + e ** 4 / 12 + e ** 6 / 30), 1, 1e-14);
  },
);

test("mutualInformation is ≥ 0, ≤ H(A), ≤ H(B), and symmetric", () => {
  fc.assert(
    fc.property(tables(2), (t) => {
      const information = mutualInformation(t);
      expect(information).toBeGreaterThanOrEqual(0);
      for (const axis of [0, 1])
        expect(information).toBeLessThanOrEqual(conditionalEntropy(t, [axis], []) * (1 + 1e-14));
      expectWithin(mutualInformation(t, [1], [0]), information, 1e-14 * information);
      expectWithin(mutualInformation(marginal(t, [1, 0])), information, 1e-14 * information);
    }),
  );
});

test("mutualInformation is H(A) + H(B) − H(A,B)", () => {
  fc.assert(
    fc.property(tables(3), (t) => {
      const parts = jointEntropy(marginal(t, [0])) + jointEntropy(marginal(t, [1, 2])) - jointEntropy(t);
      expectWithin(mutualInformation(t), parts, slack(t));
    }),
  );
});

test("mutualInformation is the KL divergence from the product of the marginals", () => {
  fc.assert(
    fc.property(tablesOfShape([3, 4]), (t) => {
      const [rows, columns] = [marginal(t, [0]).p, marginal(t, [1]).p];
      const product = normalize([...rows].flatMap((r) => [...columns].map((c) => r * c)));
      const divergence = klDivergence(t.p, product);
      // The product is rounded to 4u per cell, which moves D by up to 4u·√(2D) + (4u)².
      expectWithin(
        mutualInformation(t),
        divergence,
        slack(t) * (divergence + Math.sqrt(2 * divergence) + 2 ** -48),
      );
    }),
  );
});

test("mutualInformation does not see names: relabelled outcomes give the same", () => {
  const relabelled = fc.tuple(
    tablesOfShape([3, 4]),
    fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
    fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
  );
  fc.assert(
    fc.property(relabelled, ([t, rows, columns]) => {
      const p = rows.flatMap((i) => columns.map((j) => t.p[i * 4 + j]!));
      const information = mutualInformation(t);
      expectWithin(mutualInformation(jointTable(p, [3, 4])), information, 1e-14 * information);
    }),
  );
});

test("data processing: along X → Y → Z, I(X;Z) ≤ I(X;Y) and ≤ I(Y;Z)", () => {
  fc.assert(
    fc.property(markovChains, (t) => {
      const ends = mutualInformation(t, [0], [2]);
      expect(ends).toBeLessThanOrEqual(mutualInformation(t, [0], [1]) + slack(t));
      expect(ends).toBeLessThanOrEqual(mutualInformation(t, [1], [2]) + slack(t));
    }),
  );
});

test("mutualInformation by default sets the first axis against all others", () => {
  fc.assert(
    fc.property(tables(3), (t) => {
      expect(mutualInformation(t)).toBe(mutualInformation(t, [0], [1, 2]));
      expect(mutualInformation(t, [2])).toBe(mutualInformation(t, [2], [0, 1]));
    }),
  );
});

test("mutualInformation of a million cells", () => {
  const side = 1000;
  const p = normalize(
    Float64Array.from({ length: side * side }, (_, i) => (i % (side + 1) === 0 ? 1 : 1e-9)),
  );
  const t = jointTable(p, [side, side]);
  const [on, off] = [p[0]!, p[1]!];
  // Every row and column sums to 1/side.
  const expected =
    side * on * Math.log(on * side ** 2) + (side ** 2 - side) * off * Math.log(off * side ** 2);
  expectWithin(mutualInformation(t), expected, 1e-12 * expected);
});
