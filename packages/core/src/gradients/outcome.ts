import { toLogProbabilities } from "../distributions/conversions.ts";
import { type LogProbabilities, type Probabilities, valuesOf } from "../distributions/kinds.ts";
import { type Odds, oddsOfLogs } from "../measures/alphaGap.ts";
import { logRatio } from "../numeric/logRatio.ts";
import type { Nats } from "../units.ts";

/** One outcome of a teacher P and a student Q. */
export interface Outcome extends Odds {
  readonly index: number;
}

/** The outcomes of two distributions given by logarithms. */
export function outcomesOfLogs(p: LogProbabilities, q: LogProbabilities): Outcome[] {
  return Array.from(valuesOf(p), (logP, index) => ({ index, ...oddsOfLogs(logP, q[index]) }));
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
