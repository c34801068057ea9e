import { add, type DoubleDouble } from "./doubleDouble.ts";

/** An array of double-doubles. */
export interface Sums {
  readonly high: Float64Array;
  readonly low: Float64Array;
}

/**
 * Sums a row-major array of non-negative numbers over all axes but some, which become the axes of the result in the order given.
 *
 * @param values Length Π shape.
 * @param shape Length of each axis.
 * @param axes The axes to keep, distinct; none of them gives the total.
 * @returns Length Π shape[axes], row-major; each sum of m numbers with relative error at most 3m·2⁻¹⁰⁶.
 */
export function axisSums(values: ArrayLike<number>, shape: readonly number[], axes: readonly number[]): Sums {
  const size = axes.reduce((product, axis) => product * shape[axis], 1);
  const [high, low] = [new Float64Array(size), new Float64Array(size)];
  targets(shape, axes).forEach((target, i) => {
    [high[target], low[target]] = add([high[target], low[target]], [values[i], 0]);
  });
  return { high, low };
}

export function sumAt({ high, low }: Sums, index: number): DoubleDouble {
  return [high[index], low[index]];
}

/**
 * For each entry, the sum of the other entries of its line along one axis. Nothing is subtracted, so a rest far smaller than the entry
 * that is left out (10⁻¹⁰⁰ beside 1) keeps its digits.
 *
 * @param sums Entries ≥ 0, seen as an array of shape [any, length, stride].
 * @param length How many entries a line has.
 * @param stride How far apart they are.
 * @returns As many sums; relative error at most 3·length·2⁻¹⁰⁶.
 */
export function sumsOfOthers(sums: Sums, length: number, stride: number): Sums {
  const size = sums.high.length;
  const others = { high: new Float64Array(size), low: new Float64Array(size) };
  for (let line = 0; line < size / length; line++) {
    const start = Math.floor(line / stride) * length * stride + (line % stride);
    const end = start + length * stride;
    let before: DoubleDouble = [0, 0];
    for (let i = start; i < end; i += stride) {
      [others.high[i], others.low[i]] = before;
      before = add(before, sumAt(sums, i));
    }
    let after: DoubleDouble = [0, 0];
    for (let i = end - stride; i >= start; i -= stride) {
      [others.high[i], others.low[i]] = add(sumAt(others, i), after);
      after = add(after, sumAt(sums, i));
    }
  }
  return others;
}

/** For each entry of the whole array, where it goes in the result. */
function targets(shape: readonly number[], axes: readonly number[]): Uint32Array {
  const strides = new Float64Array(shape.length);
  let stride = 1;
  for (const axis of axes.toReversed()) {
    strides[axis] = stride;
    stride *= shape[axis];
  }
  return shape.reduce((found, length, axis) => {
    const next = new Uint32Array(found.length * length);
    return next.map((_, i) => found[Math.floor(i / length)] + (i % length) * strides[axis]);
  }, Uint32Array.of(0));
}
