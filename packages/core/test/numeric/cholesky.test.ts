import fc from "fast-check";
import { expect, test } from "vitest";
import { cholesky, solveLower } from "../../src/numeric/cholesky.ts";

const n = 4;
const entries = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: n * n, maxLength: n * n });

function timesTransposed(l: ArrayLike<number>): Float64Array {
  const at = (i: number, j: number) => l[i * n + j] ?? 0;
  return Float64Array.from({ length: n * n }, (_, cell) => {
    const [i, j] = [Math.floor(cell / n), cell % n];
    return [0, 1, 2, 3].reduce((sum, k) => sum + at(i, k) * at(j, k), 0);
  });
}

test("cholesky: L·Lᵀ is the matrix, and solveLower undoes L", () => {
  fc.assert(
    fc.property(entries, (values) => {
      const a = timesTransposed(values).map((x, cell) => (cell % (n + 1) === 0 ? x + 0.5 : x));
      const l = cholesky(a, n) as Float64Array;
      // Backward stable: |L·Lᵀ − a| ≤ (n + 1)·2⁻⁵³·|L|·|L|ᵀ, whose entries are at most 4.5 here.
      timesTransposed(l).forEach((x, cell) => {
        expect(Math.abs(x - (a[cell] ?? NaN))).toBeLessThanOrEqual(5 * 4.5 * 2 ** -53);
      });
      expect(solveLower(l, [l[0]!, l[4]!, l[8]!, l[12]!])[0]).toBe(1);
    }),
    { seed: 1 },
  );
});

test("cholesky names the first pivot that is not above 0", () => {
  expect(cholesky(Float64Array.of(1, 2, 2, 1), 2)).toEqual({ pivot: 1, value: -3 });
  expect(cholesky(Float64Array.of(0), 1)).toEqual({ pivot: 0, value: 0 });
});
