import { compensatedSum } from "../numeric/compensatedSum.ts";
import { expectKind, type Logits, ofKind, type Probabilities, valuesOf } from "./kinds.ts";

/**
 * Probabilities proportional to eˡ; adding a constant to every logit changes nothing.
 *
 * @returns Probabilities; relative error of each at most (|l − max l| + 4)·2⁻⁵³, from the rounded difference.
 * @throws TypeError if the argument was not made by `logits`.
 * @see Goodfellow, Bengio & Courville (2016), Deep Learning, §4.1.
 * @example softmax(logits([1000, 1000, -Infinity])) // [0.5, 0.5, 0]
 */
export function softmax(l: Logits): Probabilities {
  expectKind("softmax", "l", l, "logits");
  let max = -Infinity;
  for (let i = 0; i < l.length; i++) if (l[i] > max) max = l[i];
  const weights = valuesOf(l).map((x) => Math.exp(x - max));
  const total = compensatedSum(weights.length, (i) => weights[i]);
  return ofKind(
    "probabilities",
    weights.map((x) => x / total),
  );
}
