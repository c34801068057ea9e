import type { RowColumns, RowMeasures, RowPairColumns, RowPairMeasures } from "./rows.ts";

/**
 * The measures of the first n rows of more; of all of them, the same columns.
 *
 * @example firstRows(measureRows({ format: "f32", vocabulary: 1, values: new Float32Array(5) }), 2).entropy.length // 2
 */
export function firstRows(measures: RowMeasures, n: number): RowMeasures {
  const { faults, ...columns } = measures;
  return { ...cut(columns, n), faults: faults.filter(({ row }) => row < n) };
}

/**
 * The same of pairs of rows, without sums of outcomes.
 *
 * @example firstRowPairs(emptyRowPairMeasures(3, { symmetric: true }), 1).jensenShannon.length // 1
 */
export function firstRowPairs(measures: RowPairMeasures, n: number): RowPairMeasures {
  const { p, q, outcomes: _, ...columns } = measures;
  return { ...cut(columns, n), p: firstRows(p, n), q: firstRows(q, n) };
}

type Column = { readonly length: number; slice(from: number, to: number): unknown };

function cut<C extends Record<string, Column>>(columns: C, n: number): C {
  const first = (column: Column) => (column.length <= n ? column : column.slice(0, n));
  return Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, first(column)])) as C;
}

/**
 * Writes the measures of some rows to their places among all, from row `at` on.
 *
 * @example
 * const all = emptyRowMeasures(4);
 * placeRows(all, measureRows({ format: "f32", vocabulary: 2, values: Float32Array.of(0, 0, 1, 1) }), 2);
 * [...all.top1] // [-1, -1, 0, 0]
 */
export function placeRows(into: RowColumns, part: RowMeasures, at: number): void {
  into.logSumExp.set(part.logSumExp, at);
  into.negativeLogLikelihood.set(part.negativeLogLikelihood, at);
  into.entropy.set(part.entropy, at);
  into.top1.set(part.top1, at);
  into.top1LogProbability.set(part.top1LogProbability, at);
  if (into.rank.length > 0) into.rank.set(part.rank, at);
  for (const { row, fault } of part.faults) into.faults.push({ row: row + at, fault });
  into.faults.sort((one, other) => one.row - other.row);
}

/**
 * The same of pairs of rows, without sums of outcomes.
 *
 * @example
 * const rows = { format: "f32", vocabulary: 2, values: Float32Array.of(0, 0) } as const;
 * const all = emptyRowPairMeasures(2);
 * placeRowPairs(all, compareRows(rows, rows), 1);
 * [...all.forwardKl] // [NaN, 0]
 */
export function placeRowPairs(into: RowPairColumns, part: RowPairMeasures, at: number): void {
  placeRows(into.p, part.p, at);
  placeRows(into.q, part.q, at);
  into.forwardKl.set(part.forwardKl, at);
  into.reverseKl.set(part.reverseKl, at);
  into.top1Agrees.set(part.top1Agrees, at);
  if (into.jensenShannon.length > 0) {
    into.jensenShannon.set(part.jensenShannon, at);
    into.totalVariation.set(part.totalVariation, at);
  }
  if (into.topOverlap.length > 0) into.topOverlap.set(part.topOverlap, at);
}
