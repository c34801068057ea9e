import { checkedCopy } from "./checkedCopy.ts";
import { type Logits, ofKind, type Plain } from "./kinds.ts";

/**
 * Checks that numbers are logits, log-weights up to an additive constant, and copies them.
 *
 * @param values n ≥ 1 numbers in [−∞, ∞), not all −∞; −∞ is an outcome of probability 0.
 * @throws RangeError if a value is NaN or +∞ (with its index), or all are −∞.
 * @example softmax(logits([0, 0])) // [0.5, 0.5]
 */
export function logits(values: Plain | Logits): Logits {
  const copy = checkedCopy("logits", "values", values, (x) => x < Infinity, "a number below +∞", "logits");
  if (copy.every((x) => x === -Infinity))
    throw new RangeError("logits: values are all -Infinity, expected at least one possible outcome");
  return ofKind("logits", copy);
}
