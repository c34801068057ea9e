import { sumOf } from "../numeric/columns.ts";
import type { Units } from "./units.ts";

/** How far chance moves a statistic, as far as it is linear, in units that do not matter: by how its influence differs among units. */
export type StandardErrors = {
  /** Of the sample. */
  readonly whole: number;
  /** Of a resample. */
  of(drawn: Int32Array): number;
};

export function standardErrors(units: Units, influence: ArrayLike<number>): StandardErrors {
  const { count, draws, sizes } = units;
  const parts = units.sums(influence);
  const observations = sumOf(sizes);
  const mean = sumOf(parts) / observations;
  const excess = parts.map((part, unit) => part - mean * sizes[unit]);
  let squares = 0;
  for (let unit = 0; unit < count; unit++) squares += excess[unit] ** 2;
  return {
    whole: (Math.sqrt(squares / count / draws) * count) / observations,
    of(drawn) {
      let [sum, sumOfSquares, size] = [0, 0, 0];
      for (let k = 0; k < drawn.length; k++) {
        const unit = drawn[k];
        sum += excess[unit];
        sumOfSquares += excess[unit] ** 2;
        size += sizes[unit];
      }
      const variance = Math.max(0, sumOfSquares - sum ** 2 / drawn.length) / (drawn.length - 1);
      return Math.sqrt(variance * drawn.length) / size;
    },
  };
}

/** By how many of its own standard errors a resample is off the sample: ±∞ where it has none. */
export function studentised(
  compute: (drawn: Int32Array) => number,
  value: number,
  errors: StandardErrors,
): (drawn: Int32Array) => number {
  return (drawn) => {
    const off = compute(drawn) - value;
    return off === 0 ? 0 : off / errors.of(drawn);
  };
}
