import fc from "fast-check";
import { describe, expect, test } from "vitest";
import answers from "../../../../reference/kernels.json" with { type: "json" };
import { plain, relaxed } from "../../src/kernels/klDivergence.gen.ts";
import { createKlEngine } from "../../src/kernels/klEngine.ts";
import { klSum, klSumByEngine, klSumReference } from "../../src/kernels/klSum.ts";
import { shapes, vectors } from "./pairs.ts";

const u = 2 ** -53;
// A double below 2⁻¹⁰²² is a multiple of 2⁻¹⁰⁷⁴, and so is each of the n terms that underflow.
const underflow = (n: number) => n * 2 ** -1074;

const builds = {
  "one rounding for a·b + c": createKlEngine([relaxed])!,
  "plain vectors": createKlEngine([plain])!,
};

describe.each(Object.entries(builds))("kl kernel, %s", (_, engine) => {
  test.each(Object.keys(shapes))("is within 90u of the exact value: %s", (shape) => {
    const [p, q] = vectors(shape);
    const exact = answers[shape as keyof typeof answers].kl;
    expect(Math.abs(klSumByEngine(engine, p, q) - exact)).toBeLessThanOrEqual(
      (90 * u + u) * exact + underflow(p.length),
    );
  });

  test.each(Object.keys(shapes))("equals the reference at every length up to 70: %s", (shape) => {
    for (let n = 0; n <= 70; n++) {
      const [p, q] = vectors(shape, n);
      const reference = klSumReference(p, q);
      // 90u of the kernel and 20u of the reference.
      expect(Math.abs(klSumByEngine(engine, p, q) - reference)).toBeLessThanOrEqual(
        110 * u * reference + underflow(n),
      );
    }
  });

  test("equals the reference on mixtures of all shapes", () => {
    const value = fc.oneof(
      fc.constantFrom(0, 1, 1 - u, 2 ** -960, 2 ** -961, 2 ** -1074, 2 ** -16, 2 ** -17),
      fc.double({ min: 0, max: 1, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value), { maxLength: 100 }), (pairs) => {
        const p = Float64Array.from(pairs, ([x]) => x);
        const q = Float64Array.from(pairs, ([, y]) => y);
        const reference = klSumReference(p, q);
        const fast = klSumByEngine(engine, p, q);
        if (reference === Infinity) expect(fast).toBe(Infinity);
        else
          expect(Math.abs(fast - reference)).toBeLessThanOrEqual(110 * u * reference + underflow(p.length));
      }),
      { numRuns: 2000 },
    );
  });

  test("is exactly 0 for equal vectors, and never below", () => {
    for (const shape of Object.keys(shapes)) {
      const [p] = vectors(shape);
      expect(klSumByEngine(engine, p, p)).toBe(0);
    }
  });

  test("is +∞ wherever the one impossible outcome stands", () => {
    const [p, q] = vectors("independent", 2050);
    for (const at of [0, 1, 31, 32, 1023, 1024, 2047, 2048, 2049]) {
      const holed = q.with(at, 0);
      expect(klSumByEngine(engine, p, holed)).toBe(Infinity);
      expect(klSumByEngine(engine, p.with(at, 0), holed)).toBeLessThan(Infinity);
    }
  });
});

test("the fast method refuses what it would get wrong, and the careful one what it cannot hold", () => {
  const { p, q, wide, close } = builds["plain vectors"];
  const fill = (x: number, y: number) => {
    p.fill(x);
    q.fill(y);
  };
  fill(0.25, 0.5);
  expect(wide(1024)).toBeCloseTo(1024 * (0.25 * Math.log(0.5) + 0.25), 10);
  fill(0.25, 0.26);
  expect(wide(1024)).toBeLessThan(0);
  fill(2 ** -20, 0.5);
  expect(wide(1024)).toBeLessThan(0);
  fill(0, 0);
  expect(wide(1024)).toBeLessThan(0);
  expect(close(1024)).toBe(0);
  fill(2 ** -970, 0.5);
  expect(close(1024)).toBeLessThan(0);
});

test("there is no engine where no build is valid", () => {
  expect(createKlEngine(["AGFzbQEAAAABAA=="])).toBeUndefined();
});

test("klSum is the reference below 256 pairs, and agrees with it above", () => {
  const [p, q] = vectors("independent", 255);
  expect(klSum(p, q)).toBe(klSumReference(p, q));
  const [longP, longQ] = vectors("independent");
  expect(Math.abs(klSum(longP, longQ) / klSumReference(longP, longQ) - 1)).toBeLessThanOrEqual(110 * u);
});
