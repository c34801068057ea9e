import { sumOf } from "../numeric/columns.ts";
import { fleeting, release } from "../numeric/fleeting.ts";
import { between, sortedQuantile } from "../numeric/sortedQuantile.ts";
import type { Units } from "./units.ts";

/** A number computed from the observations of a sample, ready to be computed again from resamples of it. */
export interface Statistic {
  readonly observations: number;
  readonly value: number;
  /** The same number of the observations in `drawn` units. */
  over(units: Units): (drawn: Int32Array) => number;
  /** How much each observation moves the number, up to scale and shift: where autocorrelation is looked for. */
  influence(): ArrayLike<number>;
  /** Gives back the memory that the last influence took. */
  release?(): void;
}

/**
 * Any function of the sums of columns: means, ratios, correlations, root mean squares.
 *
 * @param columns Each with one number an observation.
 * @param from The number, from the columns' sums and how many observations they are of. It should be smooth where the sample is.
 * @throws RangeError if a column is empty, holds a NaN, or is not as long as the first.
 * @example sumsStatistic([[1, 2, 3], [2, 2, 2]], ([x, y]) => x / y).value // 1
 */
export function sumsStatistic(
  columns: readonly ArrayLike<number>[],
  from: (sums: readonly number[] | Float64Array, count: number) => number,
): Statistic {
  const observations = columns[0].length;
  for (const column of columns) expectColumn("sumsStatistic", column, observations);
  return sumsOver(observations, columns, from);
}

/** Writes the entries of a column from one on, as many as there is room for. */
export type WriteColumn = (entries: Float64Array, from: number) => void;

/** The same of columns without NaN. Those that are functions are written, one at a time and mostly a piece at a time, while they are needed: many take no more memory than one. */
export function sumsOver(
  observations: number,
  columns: readonly (ArrayLike<number> | WriteColumn)[],
  from: (sums: readonly number[] | Float64Array, count: number) => number,
): Required<Statistic> {
  const written = (column: (typeof columns)[number]): ArrayLike<number> => {
    if (typeof column !== "function") return column;
    const numbers = fleeting(new Float64Array(observations));
    column(numbers, 0);
    return numbers;
  };
  const totals = columns.map((column) => {
    let sum = 0;
    inPieces(column, observations, (piece) => {
      sum = sumOf(piece, sum);
    });
    return sum;
  });
  let moves: ArrayLike<number> | undefined;
  return {
    observations,
    value: from(totals, observations),
    over(units) {
      const parts = columns.map((column) => {
        const numbers = written(column);
        const sums = units.sums(numbers);
        if (numbers !== column) release(numbers);
        return sums;
      });
      const sums = new Float64Array(columns.length);
      return (drawn) => {
        for (let c = 0; c < parts.length; c++) {
          const part = parts[c];
          let sum = 0;
          for (let k = 0; k < drawn.length; k++) sum += part[drawn[k]];
          sums[c] = sum;
        }
        let count = 0;
        for (let k = 0; k < drawn.length; k++) count += units.sizes[drawn[k]];
        return from(sums, count);
      };
    },
    influence() {
      const slopes = columns.map((_, c) => slope(totals, c, (moved) => from(moved, observations)));
      const usable = slopes.every(Number.isFinite);
      // Of one column with a finite sum it is that column, up to scale.
      if (columns.length === 1 && slopes[0] !== 0 && Number.isFinite(totals[0])) {
        const numbers = written(columns[0]);
        if (numbers !== columns[0]) moves = numbers;
        return numbers;
      }
      const sums = fleeting(new Float64Array(observations));
      columns.forEach((column, c) => {
        const slope = usable ? slopes[c] : 1;
        inPieces(column, observations, (piece, from) => {
          for (let i = 0; i < piece.length; i++) sums[from + i] += slope * piece[i];
        });
      });
      for (let i = 0; i < observations; i++) if (!Number.isFinite(sums[i])) sums[i] = 0;
      moves = sums;
      return sums;
    },
    release() {
      release(moves);
      moves = undefined;
    },
  };
}

const pieceLength = 8192;

/** Goes through the entries of a column, of one that is written some thousand at a time. */
function inPieces(
  column: ArrayLike<number> | WriteColumn,
  observations: number,
  use: (piece: ArrayLike<number>, from: number) => void,
): void {
  if (typeof column !== "function") {
    use(column, 0);
    return;
  }
  const entries = new Float64Array(Math.min(pieceLength, observations));
  for (let from = 0; from < observations; from += pieceLength) {
    const piece = entries.subarray(0, observations - from);
    column(piece, from);
    use(piece, from);
  }
}

/** ∂from/∂sums[c], by central difference. */
function slope(sums: readonly number[], c: number, from: (sums: readonly number[]) => number): number {
  const step = 1e-6 * Math.max(Math.abs(sums[c]), 1e-6);
  const at = (moved: number) => from(sums.map((sum, k) => (k === c ? moved : sum)));
  return (at(sums[c] + step) - at(sums[c] - step)) / (2 * step);
}

/**
 * The mean of a column.
 *
 * @example meanStatistic([1, 2, 6]).value // 3
 */
export function meanStatistic(column: ArrayLike<number>): Statistic {
  return sumsStatistic([column], ([sum], count) => sum / count);
}

/**
 * A quantile of a column, linear between neighbours (NumPy's default, R's type 7).
 *
 * @param share In [0, 1]: 0.5 for the median.
 * @throws RangeError if the column is empty or holds a NaN, or the share is none.
 * @example quantileStatistic([3, 1, 2, 10], 0.5).value // 2.5
 */
export function quantileStatistic(column: ArrayLike<number>, share: number): Statistic {
  expectColumn("quantileStatistic", column, column.length);
  if (!(share >= 0 && share <= 1))
    throw new RangeError(`quantileStatistic: share is ${share}, expected a number in [0, 1]`);
  const order = Int32Array.from({ length: column.length }, (_, i) => i).sort((i, k) =>
    column[i] === column[k] ? 0 : column[i] - column[k],
  );
  const value = sortedQuantile(
    Float64Array.from(order, (i) => column[i]),
    share,
  );
  return {
    observations: column.length,
    value,
    over(units) {
      const times = new Float64Array(column.length);
      return (drawn) => {
        units.tally(times, drawn);
        return quantileOfCounted(column, order, times, share);
      };
    },
    influence: () => Float64Array.from(column, (x) => (x <= value ? 1 : 0)),
  };
}

function quantileOfCounted(
  column: ArrayLike<number>,
  order: Int32Array,
  times: Float64Array,
  share: number,
): number {
  let count = 0;
  for (let i = 0; i < times.length; i++) count += times[i];
  const position = share * (count - 1);
  const below = Math.floor(position);
  let passed = 0;
  let lower = Number.NaN;
  for (const i of order) {
    passed += times[i];
    if (Number.isNaN(lower)) {
      if (passed <= below) continue;
      lower = column[i];
    }
    if (passed > below + 1 || passed === count) return between(lower, column[i], position - below);
  }
  return lower;
}

function expectColumn(where: string, column: ArrayLike<number>, observations: number): void {
  if (observations === 0) throw new RangeError(`${where}: column is empty, expected an observation`);
  if (column.length !== observations)
    throw new RangeError(`${where}: column has ${column.length} entries, expected ${observations}`);
  for (let i = 0; i < observations; i++)
    if (Number.isNaN(column[i])) throw new RangeError(`${where}: column[${i}] is NaN, expected a number`);
}
