import { toLogProbabilities } from "./conversions.ts";
import { type Logits, type LogProbabilities, ofKind, type Probabilities, valuesOf } from "./kinds.ts";
import { logSoftmax } from "./logSoftmax.ts";

/** ln of the probabilities proportional to p^(1/t), from whichever kind of number says what p is; 0 < t < ∞. */
export function logAtTemperature(p: Probabilities | LogProbabilities | Logits, t: number): LogProbabilities {
  if (t === 1 && p.kind === "logProbabilities") return p;
  if (t === 1 && p.kind === "probabilities") return toLogProbabilities(p);
  const logs = valuesOf(p.kind === "probabilities" ? toLogProbabilities(p) : p);
  const max = logs.reduce((most, x) => Math.max(most, x), -Infinity);
  return logSoftmax(
    ofKind(
      "logits",
      logs.map((x) => (x - max) / t),
    ),
  );
}
