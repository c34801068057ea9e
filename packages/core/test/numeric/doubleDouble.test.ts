import fc from "fast-check";
import { expect, test } from "vitest";
import {
  add,
  type DoubleDouble,
  multiply,
  subtract,
  twoProduct,
  twoSum,
} from "../../src/numeric/doubleDouble.ts";

const doubles = fc
  .tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.integer({ min: -60, max: 60 }))
  .map(([x, exponent]) => (Math.abs(x) < 1e-10 ? 0 : x * 2 ** exponent));
const pairs: fc.Arbitrary<DoubleDouble> = fc
  .tuple(doubles, fc.double({ min: -1, max: 1, noNaN: true }))
  .map(([high, part]) => twoSum(high, high * (Math.abs(part) < 1e-10 ? 0 : part) * 2 ** -53));

const point = 400n;

/** A double as an exact integer number of 2⁻⁴⁰⁰. */
function exact(x: number): bigint {
  if (x === 0) return 0n;
  const exponent = Math.floor(Math.log2(Math.abs(x))) - 60;
  const shift = point + BigInt(exponent);
  return BigInt(x * 2 ** -exponent) << shift;
}

function exactPair([high, low]: DoubleDouble): bigint {
  return exact(high) + exact(low);
}

function magnitude(x: bigint): bigint {
  return x < 0n ? -x : x;
}

test("twoSum and twoProduct lose nothing", () => {
  fc.assert(
    fc.property(doubles, doubles, (a, b) => {
      expect(exactPair(twoSum(a, b))).toBe(exact(a) + exact(b));
      expect(exactPair(twoProduct(a, b)) << point).toBe(exact(a) * exact(b));
    }),
  );
});

test("add and subtract are right to 3·2⁻¹⁰⁶ relatively, cancellation or not", () => {
  fc.assert(
    fc.property(pairs, pairs, (x, y) => {
      for (const [got, wanted] of [
        [add(x, y), exactPair(x) + exactPair(y)],
        [subtract(x, y), exactPair(x) - exactPair(y)],
        [subtract(add(x, y), y), exactPair(add(x, y)) - exactPair(y)],
      ] as const)
        expect(magnitude(exactPair(got) - wanted) << 106n).toBeLessThanOrEqual(4n * magnitude(wanted));
    }),
  );
});

test("multiply is right to 7·2⁻¹⁰⁶ relatively", () => {
  fc.assert(
    fc.property(pairs, pairs, (x, y) => {
      const wanted = exactPair(x) * exactPair(y);
      const got = exactPair(multiply(x, y)) << point;
      expect(magnitude(got - wanted) << 106n).toBeLessThanOrEqual(7n * magnitude(wanted));
    }),
  );
});
