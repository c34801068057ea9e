import { compareRows, divergenceCarriers, klDivergence, probabilities } from "@surprisal/core";
import { expect, test } from "vitest";
import { comparison } from "./models.ts";

const rowsOf = (...rows: number[][]) =>
  ({ format: "f32", vocabulary: rows[0]!.length, values: Float32Array.from(rows.flat(), Math.log) }) as const;
const outcomes = true;

test("of one row: the terms of D(P‖Q) and D(Q‖P), largest part first", () => {
  const [p, q] = [
    [0.7, 0.2, 0.1],
    [0.5, 0.2, 0.3],
  ] as const;
  const found = divergenceCarriers(compareRows(rowsOf([...p]), rowsOf([...q]), { outcomes }).outcomes!, 3);
  expect(found.map(({ outcome }) => outcome)).toEqual([2, 0, 1]);
  for (const { outcome: v, ...carrier } of found) {
    const forward = p[v]! * Math.log(p[v]! / q[v]!);
    const reverse = q[v]! * Math.log(q[v]! / p[v]!);
    // Singles: 2⁻²⁴ of numbers up to 3.
    expect(carrier.forwardTerm).toBeCloseTo(forward, 6);
    expect(carrier.reverseTerm).toBeCloseTo(reverse, 6);
    expect(carrier.forwardKl).toBeCloseTo(forward - p[v]! + q[v]!, 6);
    expect(carrier.reverseKl).toBeCloseTo(reverse - q[v]! + p[v]!, 6);
    expect([carrier.baseProbability, carrier.candidateProbability]).toEqual([
      expect.closeTo(p[v]!, 6),
      expect.closeTo(q[v]!, 6),
    ]);
  }
  const [first] = found;
  const whole = klDivergence(probabilities(p), probabilities(q));
  expect(first!.shareOfKl).toBeCloseTo((0.1 * Math.log(1 / 3) + 0.2) / whole, 5);
});

test("all of them have the mean divergence of the rows, and none is negative", () => {
  const { pair } = comparison(400, 0.3, { outcomes });
  const found = divergenceCarriers(pair.outcomes!, 40);
  const sum = (of: (carrier: (typeof found)[number]) => number) => found.reduce((s, c) => s + of(c), 0);
  const mean = (column: Float64Array) => column.reduce((s, x) => s + x, 0) / column.length;
  expect(found).toHaveLength(40);
  expect(sum((c) => c.forwardKl)).toBeCloseTo(mean(pair.forwardKl), 6);
  expect(sum((c) => c.forwardTerm)).toBeCloseTo(mean(pair.forwardKl), 6);
  expect(sum((c) => c.reverseKl)).toBeCloseTo(mean(pair.reverseKl), 6);
  expect(sum((c) => c.reverseTerm)).toBeCloseTo(mean(pair.reverseKl), 6);
  expect(sum((c) => c.shareOfKl!)).toBeCloseTo(1, 12);
  expect(found.every((c) => c.forwardKl >= 0 && c.reverseKl >= 0)).toBe(true);
  const parts = found.map((c) => c.forwardKl);
  expect(parts).toEqual(parts.toSorted((a, b) => b - a));
});

test("what is likelier in one row and less likely in another carries all the same", () => {
  // Q swaps two outcomes' chances from row to row: P ln(P/Q) sums to as little as it may, and has both signs.
  const p = rowsOf([0.6, 0.2, 0.2], [0.2, 0.6, 0.2]);
  const q = rowsOf([0.2, 0.6, 0.2], [0.6, 0.2, 0.2]);
  const [one, other, last] = divergenceCarriers(compareRows(p, q, { outcomes }).outcomes!, 3);
  expect(one!.forwardKl).toBeCloseTo(other!.forwardKl, 7);
  expect(one!.shareOfKl).toBeCloseTo(0.5, 6);
  expect(last).toMatchObject({ outcome: 2, shareOfKl: expect.closeTo(0, 6) });
});

test("what Q rules out comes first, the likelier by P before the others", () => {
  const p = rowsOf([0.1, 0.5, 0.4], [0.3, 0.3, 0.4]);
  const q = rowsOf([0, 0.5, 0.5], [0.6, 0, 0.4]);
  const found = divergenceCarriers(compareRows(p, q, { outcomes }).outcomes!, 2);
  expect(found.map(({ outcome, forwardKl, shareOfKl }) => [outcome, forwardKl, shareOfKl])).toEqual([
    [1, Infinity, undefined],
    [0, Infinity, undefined],
  ]);
});

test("sums of no rows are refused", () => {
  const nothing = rowsOf([Number.NaN, 1]);
  const { outcomes: sums } = compareRows(nothing, nothing, { outcomes });
  expect(() => divergenceCarriers(sums!, 1)).toThrow("sums are of 0 rows");
});
