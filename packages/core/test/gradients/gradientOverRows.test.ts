import {
  gradientByLogits,
  gradientOverRows,
  type Logits,
  logits,
  type Objective,
  probabilities,
} from "@surprisal/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const teacher = probabilities([0.5, 0.3, 0.2]);
const kl: Objective = { kind: "kl" };
const rows = fc.array(
  fc.tuple(
    fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 3, maxLength: 3 }).map(logits),
    fc.boolean(),
    fc.double({ min: 0.1, max: 3, noNaN: true }),
  ),
  { minLength: 1, maxLength: 6 },
);

const over = (students: Logits[]) => (row: number) => gradientByLogits(kl, teacher, students[row]!);

describe("the mean over rows", () => {
  test.each(["mean", "weightedMean", "sum"] as const)(
    "has the differences of its own value as gradient: %s",
    (reduction) => {
      fc.assert(
        fc.property(rows, (list) => {
          fc.pre(list.some(([, counts]) => counts));
          const mask = list.map(([, counts]) => counts);
          const weights = list.map(([, , weight]) => weight);
          const at = (students: Logits[]) =>
            gradientOverRows(list.length, over(students), { mask, weights, reduction });
          const students = list.map(([student]) => student);
          const { gradient } = at(students);
          const step = 2 ** -17;
          for (const [i, slope] of gradient.entries()) {
            const moved = (by: number) =>
              students.map((student, row) =>
                row === Math.floor(i / 3)
                  ? logits(Array.from(student, (z, j) => (j === i % 3 ? z + by : z)))
                  : student,
              );
            const difference = (at(moved(step)).value - at(moved(-step)).value) / (2 * step);
            // step²/6 of a third derivative below 1, and values up to 10·6·3 rounded at 2⁻⁵³, over the step; times weights up to 3.
            expect(Math.abs(difference - slope)).toBeLessThanOrEqual(
              3 * (step ** 2 / 6 + (180 * 2 ** -52) / step),
            );
          }
        }),
        { numRuns: 50 },
      );
    },
  );

  test("does not ask for rows that do not count, and gives them no gradient", () => {
    const asked: number[] = [];
    const { value, gradient } = gradientOverRows(
      4,
      (row) => {
        asked.push(row);
        return { value: row, gradient: Float64Array.of(1, -1) };
      },
      { mask: [true, false, true, true], weights: [1, 1, 0, 2] },
    );
    expect(asked).toEqual([0, 3]);
    expect(value).toBe(2);
    expect([...gradient]).toEqual([1 / 3, -1 / 3, 0, 0, 0, 0, 2 / 3, -2 / 3]);
  });

  test("one row of +∞ that counts makes the mean +∞, and leaves the gradients of the others", () => {
    const students = [logits([0, 0, 0]), logits([0, 0, -Infinity])];
    const { value, gradient } = gradientOverRows(2, over(students), { reduction: "sum" });
    expect(value).toBe(Infinity);
    expect([...gradient.slice(0, 3)]).toEqual([...over(students)(0).gradient]);
  });

  test("refuses what has no mean", () => {
    const one = () => ({ value: 1, gradient: new Float64Array(2) });
    expect(() => gradientOverRows(2, one, { mask: [0, 0] })).toThrow(
      "gradientOverRows: none of 2 rows counts, expected at least one with a weight above 0",
    );
    expect(() => gradientOverRows(2, one, { weights: [1, -1] })).toThrow("weights[1] is -1");
    expect(() => gradientOverRows(2, one, { weights: [1] })).toThrow("weights has 1 entries, expected 2");
    const median = { reduction: "median" } as unknown as { reduction: "mean" };
    expect(() => gradientOverRows(2, one, median)).toThrow("expected one of mean, weightedMean, sum");
    const uneven = (row: number) => ({ value: 1, gradient: new Float64Array(row + 1) });
    expect(() => gradientOverRows(2, uneven)).toThrow("row 1 has 2 derivatives, expected 1 as the first has");
  });
});
