import { compensatedSum } from "../numeric/compensatedSum.ts";
import { expectKind, type Logits, type LogProbabilities, ofKind, valuesOf } from "./kinds.ts";

/**
 * Logarithms of the softmax: l − ln Σ eˡ, without forming a probability that could round to 0 or to 1.
 *
 * @returns Log-probabilities; that of the largest logit keeps its digits down to −e⁻⁷⁴⁵.
 * @throws TypeError if the argument was not made by `logits`.
 * @example logSoftmax(logits([0, -800])) // [0, -800]
 */
export function logSoftmax(l: Logits): LogProbabilities {
  expectKind("logSoftmax", "l", l, "logits");
  let top = 0;
  for (let i = 1; i < l.length; i++) if (l[i] > l[top]) top = i;
  const max = l[top];
  const others = compensatedSum(l.length, (i) => (i === top ? 0 : Math.exp(l[i] - max)));
  const logTotal = Math.log1p(others);
  return ofKind(
    "logProbabilities",
    valuesOf(l).map((x) => x - max - logTotal),
  );
}
