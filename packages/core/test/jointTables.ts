import { type JointTable, jointTable, normalize } from "@surprisal/core";
import fc from "fast-check";
import { expect } from "vitest";
import reference from "../../../reference/joint.json" with { type: "json" };

/** Tables whose measures are known to 1100 digits (reference/joint.py). */
export const referenceTables = reference.map((known) => ({ ...known, t: jointTable(known.p, known.shape) }));

/** Weights of all sizes, many of them 0. */
const weight = fc.oneof(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.integer({ min: -40, max: 0 }).map((exponent) => 10 ** exponent),
  fc.constant(0),
);

export function tablesOfShape(shape: readonly number[]): fc.Arbitrary<JointTable> {
  const size = shape.reduce((product, length) => product * length, 1);
  return fc
    .array(weight, { minLength: size, maxLength: size })
    .filter((weights) => weights.some((x) => x > 0))
    .map((weights) => jointTable(normalize(weights), shape));
}

/** Tables of some number of axes, each of 1 to 4 outcomes. */
export function tables(rank: number): fc.Arbitrary<JointTable> {
  return fc.array(fc.integer({ min: 1, max: 4 }), { minLength: rank, maxLength: rank }).chain(tablesOfShape);
}

/** X → Y → Z: p(x)·p(y|x)·p(z|y), with 3, 2 and 3 outcomes. */
export const markovChains: fc.Arbitrary<JointTable> = fc
  .tuple(tablesOfShape([3, 2]), tablesOfShape([3]), tablesOfShape([3]))
  .map(([xy, ...zGivenY]) => {
    const p = Array.from(xy.p, (pxy, i) => Array.from(zGivenY[i % 2]!.p, (pz) => pxy * pz)).flat();
    return jointTable(normalize(p), [3, 2, 3]);
  });

/**
 * What an identity between a few entropies may miss by: each entropy is right to 10u relatively and at most ln n (u = 2⁻⁵³), and a
 * normalised table sums to S with |S − 1| ≤ 2u, where measures that divide by S and measures that do not part ways.
 */
export function slack(t: JointTable): number {
  return 40 * 2 ** -53 * (1 + Math.log(t.p.length));
}

export function expectWithin(actual: number, expected: number, tolerance: number, what?: string): void {
  if (actual === expected) return;
  expect(Math.abs(actual - expected), `${what ?? ""} ${actual} is not ${expected}`).toBeLessThanOrEqual(
    tolerance,
  );
}

/** To a relative 10⁻¹⁴, or to the last bit of a subnormal. */
export function expectAccurate(actual: number, expected: number, what: string): void {
  expectWithin(actual, expected, Math.max(1e-14 * Math.abs(expected), 5e-324), what);
}
