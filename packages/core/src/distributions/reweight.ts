import { expectKind, type Logits, ofKind, type Plain, type Probabilities, valuesOf } from "./kinds.ts";
import { normalize } from "./normalize.ts";
import { isWithin } from "./parameter.ts";

/**
 * The distribution with every outcome weighed, then renormalised: probabilities proportional to w·p. Weights of 0 and 1 filter; with the chance that an
 * outcome serves a task for w it is Bayes' rule, the distribution given the task. Of logits it is l + ln w.
 *
 * @param p n probabilities, or logits.
 * @param weights n finite numbers ≥ 0.
 * @returns The same kind as p.
 * @throws RangeError if a weight is negative, infinite or NaN, lengths differ, or nothing that p allows is left.
 * @example reweight(probabilities([0.5, 0.25, 0.25]), [0, 1, 1]) // [0, 0.5, 0.5]
 * @example reweight(logits([2, 1, 0]), [1, 1, 0]) // [2, 1, -Infinity]
 */
export function reweight(p: Probabilities, weights: Plain): Probabilities;
export function reweight(p: Logits, weights: Plain): Logits;
export function reweight(p: Probabilities | Logits, weights: Plain): Probabilities | Logits {
  expectKind("reweight", "p", p, "probabilities", "logits");
  if (weights.length !== p.length)
    throw new RangeError(
      `reweight: weights has ${weights.length} entries, expected ${p.length}, one for each outcome`,
    );
  const weighed = valuesOf(p).map((x, i) => {
    if (!isWithin(weights[i], 0, Number.MAX_VALUE))
      throw new RangeError(`reweight: weights[${i}] is ${weights[i]}, expected a finite number ≥ 0`);
    return p.kind === "logits" ? x + Math.log(weights[i]) : x * weights[i];
  });
  const nothing = p.kind === "logits" ? -Infinity : 0;
  if (weighed.every((x) => x === nothing))
    throw new RangeError("reweight: weights leave nothing, expected one above 0 where p is");
  return p.kind === "logits" ? ofKind("logits", weighed) : normalize(weighed);
}
