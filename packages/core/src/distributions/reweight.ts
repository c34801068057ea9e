import { checkedCopy } from "./checkedCopy.ts";
import { expectKind, type Logits, ofKind, type Plain, type Probabilities } from "./kinds.ts";
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
  const factors = checkedCopy(
    "reweight",
    "weights",
    weights,
    (x) => isWithin(x, 0, Number.MAX_VALUE),
    "a finite number ≥ 0",
  );
  if (factors.length !== p.length)
    throw new RangeError(
      `reweight: weights has ${factors.length} entries, expected ${p.length}, one for each outcome`,
    );
  const weighed = factors.map((w, i) => (p.kind === "logits" ? p[i] + Math.log(w) : p[i] * w));
  const nothing = p.kind === "logits" ? -Infinity : 0;
  if (weighed.every((x) => x === nothing))
    throw new RangeError("reweight: weights leave nothing, expected one above 0 where p is");
  return p.kind === "logits" ? ofKind("logits", weighed) : normalize(weighed);
}
