import { checkedCopy } from "./checkedCopy.ts";
import { type Counts, ofKind, type Plain } from "./kinds.ts";

/**
 * Checks that numbers are counts of occurrences, or other non-negative weights, and copies them.
 *
 * @param values n ≥ 1 finite numbers ≥ 0, not all 0; they need not be integers.
 * @throws RangeError if a value is NaN, negative or infinite (with its index), or all are 0.
 * @example normalize(counts([9, 1])) // [0.9, 0.1]
 */
export function counts(values: Plain | Counts): Counts {
  const copy = checkedCopy(
    "counts",
    "values",
    values,
    (x) => x >= 0 && x < Infinity,
    "a finite number ≥ 0",
    "counts",
  );
  if (copy.every((x) => x === 0))
    throw new RangeError("counts: values are all 0, expected at least one occurrence");
  return ofKind("counts", copy);
}
