import { meanStatistic, quantileStatistic, sumsStatistic } from "@surprisal/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { sumsOver, type WriteColumn } from "../../src/estimators/statistic.ts";
import { blockUnits, partUnits, singleUnits } from "../../src/estimators/units.ts";

const columns = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 30 });
const picks = fc.array(fc.nat(), { minLength: 1, maxLength: 30 });

test("a statistic over drawn observations is the statistic of a sample of these", () => {
  fc.assert(
    fc.property(columns, picks, fc.double({ min: 0, max: 1, noNaN: true }), (column, picked, share) => {
      const drawn = Int32Array.from(picked, (pick) => pick % column.length);
      const copied = Array.from(drawn, (index) => column[index]!);
      const units = singleUnits(column.length);
      expect(meanStatistic(column).over(units)(drawn)).toBe(meanStatistic(copied).value);
      // Positions below 30 carry an error of 30·2⁻⁵³, values differ by at most 100.
      expect(quantileStatistic(column, share).over(units)(drawn)).toBeCloseTo(
        quantileStatistic(copied, share).value,
        11,
      );
    }),
  );
});

test("influence of a mean is the column, of a ratio its linear part, of a quantile who is below", () => {
  const near = (actual: ArrayLike<number>, expected: number[]) => {
    const scale = actual[0]! - actual[1]!;
    const wanted = expected[0]! - expected[1]!;
    Array.from(actual).forEach((x, i) => {
      expect((x - actual[0]!) / scale).toBeCloseTo((expected[i]! - expected[0]!) / wanted, 6);
    });
  };
  near(meanStatistic([3, 1, 8]).influence(), [3, 1, 8]);
  // d(X/Y) ∝ x − (X/Y)·y, with X/Y = 2.
  near(
    sumsStatistic(
      [
        [3, 1, 8],
        [1, 2, 3],
      ],
      ([x, y]) => x! / y!,
    ).influence(),
    [1, -3, 2],
  );
  expect(Array.from(quantileStatistic([3, 1, 8], 0.5).influence())).toEqual([1, 1, 0]);
});

test("columns that are written when they are needed make the statistic of the same columns", () => {
  const covariance = ([x, y, xy]: readonly number[] | Float64Array, n: number) => (xy! - (x! * y!) / n) / n;
  fc.assert(
    fc.property(columns, (x) => {
      const y = x.map((value, i) => (value * 7 + i) % 11);
      const xy = x.map((value, i) => value * y[i]!);
      const written = [y, xy].map(
        (column): WriteColumn =>
          (entries, from) =>
            entries.set(column.slice(from, from + entries.length)),
      );
      const [lazy, ready] = [
        sumsOver(x.length, [x, ...written], covariance),
        sumsStatistic([x, y, xy], covariance),
      ];
      expect(lazy.value).toBe(ready.value);
      expect(lazy.influence()).toEqual(ready.influence());
      lazy.release();
      expect(lazy.influence()).toEqual(ready.influence());
      const units = blockUnits(x.length, 3);
      const drawn = Int32Array.from({ length: units.draws }, (_, k) => (k * 5) % units.count);
      expect(lazy.over(units)(drawn)).toBe(ready.over(units)(drawn));
    }),
  );
});

test("parts of a partition are counted by their sizes", () => {
  const units = partUnits({ count: 2, of: Int32Array.of(0, 1, 1) });
  expect(meanStatistic([6, 1, 2]).over(units)(Int32Array.of(0, 1, 1))).toBe((6 + 3 + 3) / 5);
});
