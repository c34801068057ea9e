import { compensatedSum } from "../numeric/compensatedSum.ts";
import { checkedCopy } from "./checkedCopy.ts";
import { type Counts, ofKind, type Plain, type Probabilities } from "./kinds.ts";

/**
 * Weights divided by their sum.
 *
 * @param weights n ≥ 1 finite numbers ≥ 0, not all 0.
 * @returns Probabilities, each within a relative 2⁻⁵² of the exact quotient.
 * @throws RangeError if a weight is NaN, negative or infinite (with its index), or all are 0.
 * @example normalize([1, 3]) // [0.25, 0.75]
 */
export function normalize(weights: Plain | Counts | Probabilities): Probabilities {
  const values = checkedCopy(
    "normalize",
    "weights",
    weights,
    (x) => x >= 0 && x < Infinity,
    "a finite weight ≥ 0",
    "counts",
    "probabilities",
  );
  // 2⁻⁶⁰ keeps the sum of up to 2⁶⁰ weights finite, whatever they are; what it makes underflow weighs less than 2⁻¹⁰⁰⁰ of the
  // whole.
  const scale = values.some((x) => x > 1e280) ? 2 ** -60 : 1;
  const total = compensatedSum(values.length, (i) => values[i] * scale);
  if (total === 0)
    throw new RangeError("normalize: weights are all 0, expected at least one positive weight");
  return ofKind(
    "probabilities",
    values.map((x) => (x * scale) / total),
  );
}
