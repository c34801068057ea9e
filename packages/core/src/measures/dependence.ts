import type { JointTable } from "../distributions/jointTable.ts";
import { axisSums, sumAt, sumsOfOthers } from "../numeric/axisSums.ts";
import { compensatedSum } from "../numeric/compensatedSum.ts";
import { add, type DoubleDouble, multiply, scaled, subtract } from "../numeric/doubleDouble.ts";
import { log1pMinusX } from "../numeric/log1pMinusX.ts";
import { logRatio } from "../numeric/logRatio.ts";
import type { Nats } from "../units.ts";

/**
 * A two-way table seen from one of its cells: p, the rest of its row r′, the rest of its column c′, and all the others s′. The row sum is
 * r = p + r′, the column sum c = p + c′, the total S = p + r′ + c′ + s′. All are multiplied by a power of two, `scale`.
 */
interface Cell {
  readonly p: DoubleDouble;
  readonly restOfRow: DoubleDouble;
  readonly restOfColumn: DoubleDouble;
  readonly others: DoubleDouble;
  readonly row: number;
  readonly column: number;
  readonly total: number;
  readonly scale: number;
}

/**
 * I(A;B|C) = Σ p ln(p·S/(r·c)): each value of C has a two-way table of A and B. A term is p·(x − ln(1 + x)) ≥ 0, where
 * x = r·c/(p·S) − 1 = (r′·c′ − p·s′)/(p·S); the added p·x sum to 0 over a table.
 *
 * Error, with u = 2⁻⁵³ and m cells: r′·c′ and p·s′ are known to (6m + 10)u², and where they nearly cancel neither exceeds p·S, so x is
 * known to δ = (12m + 20)u² absolutely. That moves the whole by Σ|r·c/S − p|·δ ≤ δ·√(2I), relatively by δ·√(2/I). (From marginals
 * rounded to doubles it would be u·√(2/I): half of all digits at I = 10⁻¹⁷.) Then come the roundings of x, of one logarithm and of their
 * combination, 30u at most.
 */
export function dependence(
  t: JointTable,
  a: readonly number[],
  b: readonly number[],
  given: readonly number[],
): Nats {
  const { length, cell } = pairCells(t, a, b, given);
  return compensatedSum(length, (i) => dependenceTerm(cell(i)));
}

/** ln(p·S/(r·c)) for each pair of values of A and B, A's being the rows; 0 where r·c = 0. */
export function lifts(t: JointTable, a: readonly number[], b: readonly number[]): Float64Array {
  const { length, cell } = pairCells(t, a, b, []);
  return Float64Array.from({ length }, (_, i) => lift(cell(i)));
}

function pairCells(t: JointTable, a: readonly number[], b: readonly number[], given: readonly number[]) {
  const size = (axes: readonly number[]) => axes.reduce((product, axis) => product * t.shape[axis], 1);
  const [height, width] = [size(a), size(b)];
  const cells = axisSums(t.p, t.shape, [...given, ...a, ...b]);
  const restOfRows = sumsOfOthers(cells, width, 1);
  const restOfColumns = sumsOfOthers(cells, height, width);
  const others = sumsOfOthers(restOfRows, height, width);

  function cell(i: number): Cell {
    const row = add(sumAt(cells, i), sumAt(restOfRows, i))[0];
    const column = add(sumAt(cells, i), sumAt(restOfColumns, i))[0];
    const total = row + add(sumAt(restOfColumns, i), sumAt(others, i))[0];
    // Brings the total to about 2⁵⁰⁰, so that no product p·S leaves the range of doubles, however small p is.
    const scale = 2 ** Math.min(1000, 500 - Math.floor(Math.log2(total)));
    return {
      p: scaled(sumAt(cells, i), scale),
      restOfRow: scaled(sumAt(restOfRows, i), scale),
      restOfColumn: scaled(sumAt(restOfColumns, i), scale),
      others: scaled(sumAt(others, i), scale),
      row: row * scale,
      column: column * scale,
      total: total * scale,
      scale,
    };
  }
  return { length: cells.high.length, cell };
}

function dependenceTerm(cell: Cell): Nats {
  const { row, column, total, scale } = cell;
  const p = cell.p[0];
  if (row === 0 || column === 0) return 0;
  if (p === 0) return (row * (column / total)) / scale;
  const excess = independentExcess(cell);
  const x = excess / (p * total);
  if (x >= -0.5 && x <= 1) return 0 - (p * log1pMinusX(x)) / scale;
  return (excess / total + p * logOfLift(cell)) / scale;
}

function lift(cell: Cell): number {
  const { row, column, total } = cell;
  const p = cell.p[0];
  if (row === 0 || column === 0) return 0;
  if (p === 0) return -Infinity;
  const x = independentExcess(cell) / (p * total);
  return x >= -0.5 && x <= 1 ? 0 - Math.log1p(x) : logOfLift(cell);
}

/** r·c − p·S = r′·c′ − p·s′: in this form p² does not drown the rest. */
function independentExcess({ p, restOfRow, restOfColumn, others }: Cell): number {
  return subtract(multiply(restOfRow, restOfColumn), multiply(p, others))[0];
}

function logOfLift({ p: [p], row, column, total }: Cell): number {
  const ratio = (p * total) / (row * column);
  if (ratio > 1e-280 && ratio < 1e280) return Math.log(ratio);
  return logRatio(p, row) + logRatio(total, column);
}
