import { toLogProbabilities } from "../distributions/conversions.ts";
import { type LogProbabilities, type Probabilities, valuesOf } from "../distributions/kinds.ts";
import { logRatio } from "../numeric/logRatio.ts";
import type { Nats } from "../units.ts";

/** One outcome of a teacher P and a student Q. A logarithm says more than a probability that underflowed. */
export interface Outcome {
  readonly index: number;
  readonly p: number;
  readonly q: number;
  readonly logP: Nats;
  readonly logQ: Nats;
  /** ln(p/q): −∞ where P rules the outcome out, whatever Q says; +∞ where only Q does. */
  readonly logRatio: Nats;
}

/** The outcomes of two distributions given by logarithms. */
export function outcomesOfLogs(p: LogProbabilities, q: LogProbabilities): Outcome[] {
  return Array.from(valuesOf(p), (logP, index) => {
    const logQ = q[index];
    const ratio = logP === -Infinity ? -Infinity : logP - logQ;
    return { index, p: Math.exp(logP), q: Math.exp(logQ), logP, logQ, logRatio: ratio };
  });
}

/** The outcomes of two distributions given by probabilities, whose ratio near 1 keeps its digits. */
export function outcomesOf(p: Probabilities, q: Probabilities): Outcome[] {
  const [logP, logQ] = [toLogProbabilities(p), toLogProbabilities(q)];
  return Array.from(valuesOf(p), (x, index) => ({
    index,
    p: x,
    q: q[index],
    logP: logP[index],
    logQ: logQ[index],
    logRatio: logRatioOf(x, q[index]),
  }));
}

function logRatioOf(p: number, q: number): Nats {
  if (p === 0) return -Infinity;
  if (q === 0) return Infinity;
  const d = (p - q) / q;
  return Math.abs(d) < 0.5 ? Math.log1p(d) : logRatio(p, q);
}
