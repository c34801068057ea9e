import { isWithin } from "../distributions/parameter.ts";
import { compensatedSum } from "../numeric/compensatedSum.ts";
import type { ValueAndGradient } from "./valueAndGradient.ts";

export interface RowReduction {
  /** Whether a row counts: false or 0 for padding and prompts. A row left out is not computed, and its gradient is 0. */
  readonly mask?: ArrayLike<boolean | number>;
  /** How much each row counts, ≥ 0: importance weights, for rows that another policy has drawn; 1 unless given. */
  readonly weights?: ArrayLike<number>;
  /**
   * What the sum Σ w·value is divided by: "mean" (unless given) by the number of rows that count, "weightedMean" by the sum of their weights, "sum" by
   * nothing.
   */
  readonly reduction?: "mean" | "weightedMean" | "sum";
}

/**
 * One objective for many rows: the tokens of a batch, each with its own teacher and student.
 *
 * @param count n, how many rows there are.
 * @param ofRow Value and gradient of one row, by its index; asked once for each row that counts.
 * @returns The mean, and its gradient: n·V derivatives, row after row. If one row that counts is worth +∞, so is the mean.
 * @throws RangeError if no row counts, a weight is negative or infinite, or rows differ in how many derivatives they have.
 * @example
 * const students = [logits([0, 0]), logits([0, 0]), logits([9, 9])];
 * const ofRow = (row: number) => gradientByLogits({ kind: "kl" }, probabilities([1, 0]), students[row]);
 * gradientOverRows(3, ofRow, { mask: [1, 1, 0] }).gradient // [-0.25, 0.25, -0.25, 0.25, 0, 0]
 */
export function gradientOverRows(
  count: number,
  ofRow: (row: number) => ValueAndGradient,
  options: RowReduction = {},
): ValueAndGradient {
  const where = "gradientOverRows";
  const { mask, weights, reduction = "mean" } = options;
  for (const [name, list] of Object.entries({ mask, weights }))
    if (list && list.length !== count)
      throw new RangeError(
        `${where}: ${name} has ${list.length} entries, expected ${count}, one for each row`,
      );
  const rows = [...Array(count).keys()].filter((row) => !mask || mask[row]);
  const weightOf = (row: number) => weights?.[row] ?? 1;
  for (const row of rows)
    if (!isWithin(weightOf(row), 0, Number.MAX_VALUE))
      throw new RangeError(`${where}: weights[${row}] is ${weightOf(row)}, expected a finite number ≥ 0`);
  const divisors = {
    mean: rows.length,
    weightedMean: compensatedSum(rows.length, (i) => weightOf(rows[i])),
    sum: 1,
  };
  const divisor = divisors[reduction];
  if (divisor === undefined)
    throw new RangeError(
      `${where}: reduction is ${reduction}, expected one of ${Object.keys(divisors).join(", ")}`,
    );
  const weighed = rows.filter((row) => weightOf(row) > 0);
  if (weighed.length === 0)
    throw new RangeError(
      `${where}: none of ${count} rows counts, expected at least one with a weight above 0`,
    );
  const answers = weighed.map(ofRow);
  const width = answers[0].gradient.length;
  const gradient = new Float64Array(count * width);
  answers.forEach((answer, i) => {
    const row = weighed[i];
    if (answer.gradient.length !== width)
      throw new RangeError(
        `${where}: row ${row} has ${answer.gradient.length} derivatives, expected ${width} as the first has`,
      );
    const share = weightOf(row) / divisor;
    answer.gradient.forEach((x, j) => {
      gradient[row * width + j] = share * x;
    });
  });
  const total = compensatedSum(answers.length, (i) => weightOf(weighed[i]) * answers[i].value);
  return { value: total / divisor, gradient };
}
