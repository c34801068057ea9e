import { compareRows, createRowEngine, firstRowPairs, measureRows, type Rows } from "@surprisal/core";
import { expect, test } from "vitest";
import { seededLogits } from "./logitRows.ts";

const rowsOf = (values: Float32Array, vocabulary: number): Rows => ({ format: "f32", vocabulary, values });

test("numbers that are no whole rows are refused", () => {
  expect(() => measureRows(rowsOf(new Float32Array(7), 3))).toThrow(
    "measureRows: 7 numbers are not whole rows of vocabulary 3, expected a multiple",
  );
  expect(() => measureRows(rowsOf(new Float32Array(7), 0))).toThrow(RangeError);
  expect(() => compareRows(rowsOf(new Float32Array(6), 3), rowsOf(new Float32Array(6), 2))).toThrow(
    "compareRows: q is 3 rows of 2 f32, expected 2 of 3 f32 as in p",
  );
});

test("targets that are no indices are refused, with their row", () => {
  const rows = rowsOf(new Float32Array(6), 3);
  expect(() => measureRows(rows, { targets: [0, 3] })).toThrow(
    "measureRows: targets[1] is 3, expected an index below 3, -1 or -2",
  );
  expect(() => measureRows(rows, { targets: [0.5, 1] })).toThrow(/targets\[0\] is 0.5/);
  expect(() => measureRows(rows, { targets: [0] })).toThrow(/targets has 1 entries, expected 2/);
});

test("a row without a target has no likelihood and no rank, but all the rest", () => {
  const rows = rowsOf(Float32Array.of(0, 1, 2, 0, 1, 2), 3);
  const found = measureRows(rows, { targets: [-1, 0], ranks: true });
  expect([...found.rank]).toEqual([-1, 3]);
  expect(found.negativeLogLikelihood[0]).toBeNaN();
  expect(found.entropy[0]).toBe(found.entropy[1]);
  expect(measureRows(rows).negativeLogLikelihood).toEqual(Float64Array.of(Number.NaN, Number.NaN));
});

test("what was not asked for is empty", () => {
  const rows = rowsOf(Float32Array.of(0, 1), 2);
  const found = compareRows(rows, rows);
  expect(
    [found.p.rank, found.jensenShannon, found.totalVariation, found.topOverlap].map((x) => x.length),
  ).toEqual([0, 0, 0, 0]);
});

test("rows are the same whatever block they come in, and wherever in a buffer they lie", () => {
  const [count, vocabulary] = [100, 5003];
  const values = seededLogits(count * vocabulary + 3, 4, 8).subarray(3);
  const { capacity } = createRowEngine({ format: "f32", vocabulary });
  expect(capacity).toBeLessThan(count);
  const whole = measureRows(rowsOf(values, vocabulary));
  const entropies = Array.from({ length: count }, (_, row) => {
    const row1 = values.subarray(row * vocabulary, (row + 1) * vocabulary);
    return measureRows(rowsOf(row1, vocabulary)).entropy[0];
  });
  expect([...whole.entropy]).toEqual(entropies);
});

test("an engine has the room it is asked for, and refuses what it could not do", () => {
  const engine = createRowEngine({ format: "f16", vocabulary: 10, capacity: 3 });
  expect([engine.capacity, engine.p.length, engine.q.length]).toEqual([3, 60, 60]);
  for (const task of [{ vocabulary: 0 }, { vocabulary: 1.5 }, { top: 0 }, { top: 257 }, { capacity: 0 }])
    expect(() => createRowEngine({ format: "f32", vocabulary: 10, ...task })).toThrow(
      /^createRowEngine: (vocabulary|top|capacity) is .+, expected a whole number/,
    );
});

test("a backend that does not work here gives way to one that does", () => {
  const rows = rowsOf(Float32Array.of(0, 0), 2);
  expect(measureRows(rows, { backend: () => undefined }).entropy[0]).toBeCloseTo(Math.LN2, 6);
});

test("the first of many rows are a copy; all of them are not copied, which memory for millions would be", () => {
  const values = seededLogits(5 * 4, 4, 3);
  const all = compareRows(
    rowsOf(values, 4),
    rowsOf(
      values.map((x) => x / 2),
      4,
    ),
    { symmetric: true },
  );
  const [two, five] = [firstRowPairs(all, 2), firstRowPairs(all, 5)];
  expect([two.forwardKl, two.p.entropy, two.totalVariation].map(({ length }) => length)).toEqual([2, 2, 2]);
  expect([...two.forwardKl]).toEqual([...all.forwardKl.subarray(0, 2)]);
  expect(five.forwardKl).toBe(all.forwardKl);
  expect(five.p.entropy).toBe(all.p.entropy);
});
