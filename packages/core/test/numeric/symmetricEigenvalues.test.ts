import { expect, test } from "vitest";
import { symmetricEigenvalues } from "../../src/numeric/symmetricEigenvalues.ts";

// Second differences: eigenvalues 2 − 2 cos(kπ/(n + 1)), k = 1 … n.
test("symmetricEigenvalues of the second-difference matrix are the known cosines", () => {
  for (const n of [1, 2, 5, 20]) {
    const a = Float64Array.from({ length: n * n }, (_, cell) => {
      const distance = Math.abs(Math.floor(cell / n) - (cell % n));
      return distance === 0 ? 2 : distance === 1 ? -1 : 0;
    });
    const found = symmetricEigenvalues(a, n).sort();
    const known = Float64Array.from({ length: n }, (_, k) => 2 - 2 * Math.cos(((k + 1) * Math.PI) / (n + 1)));
    for (const [k, x] of found.entries())
      expect(Math.abs(x - known[k]!)).toBeLessThanOrEqual(4 * n * 2 ** -52);
  }
});

test("symmetricEigenvalues of a diagonal matrix, and of zero, are its diagonal", () => {
  expect([...symmetricEigenvalues(Float64Array.of(3, 0, 0, -1), 2)]).toEqual([3, -1]);
  expect([...symmetricEigenvalues(new Float64Array(9), 3)]).toEqual([0, 0, 0]);
});
