import fc from "fast-check";
import { expect, test } from "vitest";
import * as core from "../../src/index.ts";
import { directedMeasures, measureBy, normalize, symmetricMeasures } from "../../src/index.ts";

const masses = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 4, maxLength: 4 });
const pairs = fc.tuple(masses, masses).map(([p, q]) => [normalize(p), normalize(q)] as const);
const all = [...directedMeasures, ...symmetricMeasures];

test("a listed measure is called after a function of the library, and has a key and a symbol of its own", () => {
  for (const { measure } of all) expect(core).toHaveProperty(measure, expect.any(Function));
  expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
  expect(new Set(all.map(({ symbol }) => symbol("P", "Q"))).size).toBe(all.length);
});

test("the measures listed as directed change their symbol with the direction, and only they change their value", () => {
  for (const { symbol } of directedMeasures) expect(symbol("P", "Q")).not.toBe(symbol("Q", "P"));
  const [p, q] = [normalize([5, 4, 1]), normalize([18, 1, 1])];
  for (const { key } of directedMeasures)
    expect(measureBy(key, p, q)).not.toBeCloseTo(measureBy(key, q, p), 3);
  fc.assert(
    fc.property(pairs, ([p, q]) => {
      // Sums of at most 8 terms, taken in the other order: a few units in the last place of their largest term.
      for (const { key } of symmetricMeasures)
        expect(measureBy(key, p, q)).toBeCloseTo(measureBy(key, q, p), 13);
    }),
  );
});

test("of a distribution and itself, every directed divergence is 0, and both entropies agree", () => {
  fc.assert(
    fc.property(pairs, ([p]) => {
      for (const key of ["kl", "toMean", "renyi2", "renyiMax", "chiSquared", "jeffreys"] as const)
        expect(measureBy(key, p, p)).toBe(0);
      expect(measureBy("crossEntropy", p, p)).toBeCloseTo(measureBy("entropy", p, p), 13);
    }),
  );
});
