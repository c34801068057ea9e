import type { Points } from "../numeric/kdTree.ts";

/** Observations of a number, or of several at once: one column for each, all of one length. */
export type Sample = ArrayLike<number> | readonly ArrayLike<number>[];

// The square of a distance is still a number.
const largest = 1e150;

/**
 * The points of a sample, checked and copied.
 *
 * @throws TypeError if it is no array of numbers or of columns.
 * @throws RangeError if a number is not finite, or past ±10¹⁵⁰, columns differ in length, or there are fewer than `least` observations.
 */
export function pointsOf(where: string, name: string, sample: Sample, least: number): Points {
  const columns = columnsOf(where, name, sample);
  const dimension = columns.length;
  const count = columns[0].length;
  if (count < least)
    throw new RangeError(`${where}: ${name} has ${count} observations, expected at least ${least}`);
  const values = new Float64Array(count * dimension);
  columns.forEach((column, c) => {
    const label = dimension === 1 ? name : `${name}[${c}]`;
    if (column.length !== count)
      throw new RangeError(`${where}: ${label} has ${column.length} entries, expected ${count}`);
    for (let i = 0; i < count; i++) {
      const x = column[i];
      if (typeof x !== "number")
        throw new TypeError(`${where}: ${label}[${i}] is ${typeof x}, expected a number`);
      if (!(Math.abs(x) <= largest))
        throw new RangeError(
          `${where}: ${label}[${i}] is ${x}, expected ${Number.isFinite(x) ? `a number within ±${largest}` : "a finite number"}`,
        );
      values[i * dimension + c] = x;
    }
  });
  return { count, dimension, values };
}

/** The points of two variables, observation by observation. */
export function pairOf(where: string, x: Sample, y: Sample, standardize: boolean): [Points, Points] {
  const [a, b] = pairedPoints(where, pointsOf(where, "x", x, 2), pointsOf(where, "y", y, 2));
  return standardize ? [standardized(a), standardized(b)] : [a, b];
}

/** Both, if there are as many of each. */
export function pairedPoints(where: string, x: Points, y: Points): [Points, Points] {
  if (x.count !== y.count)
    throw new RangeError(`${where}: y has ${y.count} observations, expected ${x.count}, as many as x`);
  return [x, y];
}

function columnsOf(where: string, name: string, sample: Sample): readonly ArrayLike<number>[] {
  if (typeof sample !== "object" || sample === null || typeof sample.length !== "number")
    throw new TypeError(`${where}: ${name} is ${sample}, expected an array of numbers, or of columns`);
  if (sample.length === 0) throw new RangeError(`${where}: ${name} is empty, expected an observation`);
  const isColumns = typeof sample[0] === "object" && sample[0] !== null;
  return isColumns ? (sample as readonly ArrayLike<number>[]) : [sample as ArrayLike<number>];
}

/** The points of these indices. */
export function pointsAt({ dimension, values }: Points, indices: Int32Array): Points {
  const taken = new Float64Array(indices.length * dimension);
  for (let i = 0; i < indices.length; i++)
    for (let c = 0; c < dimension; c++) taken[i * dimension + c] = values[indices[i] * dimension + c];
  return { count: indices.length, dimension, values: taken };
}

/** Two columns of points side by side. */
export function besides(a: Points, b: Points): Points {
  const dimension = a.dimension + b.dimension;
  const values = new Float64Array(a.count * dimension);
  for (let i = 0; i < a.count; i++) {
    for (let c = 0; c < a.dimension; c++) values[i * dimension + c] = a.values[i * a.dimension + c];
    for (let c = 0; c < b.dimension; c++)
      values[i * dimension + a.dimension + c] = b.values[i * b.dimension + c];
  }
  return { count: a.count, dimension, values };
}

/** Each coordinate over its standard deviation, where it has one. */
export function standardized({ count, dimension, values }: Points): Points {
  const scaled = values.slice();
  for (let c = 0; c < dimension; c++) {
    let mean = 0;
    for (let i = c; i < values.length; i += dimension) mean += values[i] / count;
    let squares = 0;
    for (let i = c; i < values.length; i += dimension) squares += (values[i] - mean) ** 2 / count;
    const sd = Math.sqrt(squares);
    if (sd > 0) for (let i = c; i < values.length; i += dimension) scaled[i] /= sd;
  }
  return { count, dimension, values: scaled };
}
