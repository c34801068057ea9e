import { isWithin } from "../distributions/parameter.ts";
import { compensatedSum } from "../numeric/compensatedSum.ts";
import type { ValueAndGradient } from "./valueAndGradient.ts";

const where = "gradientOverRows";

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
  const { rows, weightOf, divisor } = rowsThatCount(count, options);
  const values = new Float64Array(rows.length);
  let width = 0;
  let gradient = new Float64Array();
  for (const [i, row] of rows.entries()) {
    const answer = ofRow(row);
    if (i === 0) {
      width = answer.gradient.length;
      gradient = new Float64Array(count * width);
    }
    if (answer.gradient.length !== width)
      throw new RangeError(
        `${where}: row ${row} has ${answer.gradient.length} derivatives, expected ${width} as the first has`,
      );
    values[i] = weightOf(row) * answer.value;
    const share = weightOf(row) / divisor;
    for (let j = 0; j < width; j++) gradient[row * width + j] = share * answer.gradient[j];
  }
  return { value: compensatedSum(values.length, (i) => values[i]) / divisor, gradient };
}

/** The rows with a weight above 0 that no mask hides, and what the sum over them is divided by. */
function rowsThatCount(count: number, { mask, weights, reduction = "mean" }: RowReduction) {
  for (const [name, list] of Object.entries({ mask, weights }))
    if (list && list.length !== count)
      throw new RangeError(
        `${where}: ${name} has ${list.length} entries, expected ${count}, one for each row`,
      );
  const weightOf = (row: number) => weights?.[row] ?? 1;
  const shown = [...Array(count).keys()].filter((row) => !mask || mask[row]);
  for (const row of shown)
    if (!isWithin(weightOf(row), 0, Number.MAX_VALUE))
      throw new RangeError(`${where}: weights[${row}] is ${weightOf(row)}, expected a finite number ≥ 0`);
  const rows = shown.filter((row) => weightOf(row) > 0);
  if (rows.length === 0)
    throw new RangeError(
      `${where}: none of ${count} rows counts, expected at least one with a weight above 0`,
    );
  const divisors = {
    mean: shown.length,
    weightedMean: compensatedSum(rows.length, (i) => weightOf(rows[i])),
    sum: 1,
  };
  const divisor = divisors[reduction];
  if (divisor !== undefined) return { rows, weightOf, divisor };
  throw new RangeError(
    `${where}: reduction is ${reduction}, expected one of ${Object.keys(divisors).join(", ")}`,
  );
}
