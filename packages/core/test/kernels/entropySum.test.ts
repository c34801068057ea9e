import fc from "fast-check";
import { expect, test } from "vitest";
import answers from "../../../../reference/kernels.json" with { type: "json" };
import { entropySum, entropySumByBits, entropySumReference } from "../../src/kernels/entropySum.ts";
import { shapes, vectors } from "./pairs.ts";

const u = 2 ** -53;
const underflow = (n: number) => n * 2 ** -1074;

test.each(Object.keys(shapes))("entropySumByBits is within 70u of the exact value: %s", (shape) => {
  const [p] = vectors(shape);
  const exact = answers[shape as keyof typeof answers].entropy;
  expect(Math.abs(entropySumByBits(p) - exact)).toBeLessThanOrEqual(71 * u * exact + underflow(p.length));
});

test("entropySumByBits equals the reference, at every length", () => {
  const value = fc.oneof(
    fc.constantFrom(0, 1, 1 - u, Math.SQRT1_2, 2 ** -1022, 2 ** -1074),
    fc.double({ min: 0, max: 1, noNaN: true }),
  );
  fc.assert(
    fc.property(fc.array(value, { maxLength: 70 }), (values) => {
      const p = Float64Array.from(values);
      const reference = entropySumReference(p);
      // 70u of the one and 4u of the other.
      expect(Math.abs(entropySumByBits(p) - reference)).toBeLessThanOrEqual(
        74 * u * reference + underflow(p.length),
      );
    }),
    { numRuns: 2000 },
  );
});

test("entropySumByBits is exactly 0 on a certain outcome, and exact on powers of two", () => {
  expect(entropySumByBits(Float64Array.of(1, 0, 0))).toBe(0);
  expect(entropySumByBits(new Float64Array(256).fill(2 ** -8))).toBe(8 * Math.LN2);
});

test("entropySumByBits reads a part of a buffer", () => {
  const [p] = vectors("independent", 100);
  expect(entropySumByBits(p.subarray(7, 60))).toBe(entropySumByBits(p.slice(7, 60)));
});

test("entropySum is the reference below 256 numbers", () => {
  const [p] = vectors("independent", 255);
  expect(entropySum(p)).toBe(entropySumReference(p));
});
