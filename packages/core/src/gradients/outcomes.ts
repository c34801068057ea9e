import { type LogProbabilities, type Probabilities, valuesOf } from "../distributions/kinds.ts";
import { type Odds, oddsOfLogs } from "../measures/alphaGap.ts";
import { logRatio } from "../numeric/logRatio.ts";

/** The outcomes of a teacher P and a student Q, made as they are asked for: a vocabulary of objects would cost more than what is computed of them. */
export interface Outcomes {
  readonly length: number;
  /** The probabilities of the student. */
  readonly q: Float64Array;
  at(index: number): Odds;
}

/** The outcomes of two distributions given by logarithms. */
export function outcomesOfLogs(logP: LogProbabilities, logQ: LogProbabilities): Outcomes {
  return {
    length: logQ.length,
    q: valuesOf(logQ).map(Math.exp),
    at: (index) => oddsOfLogs(logP[index], logQ[index]),
  };
}

/** The outcomes of two distributions given by probabilities, whose ratio near 1 keeps its digits. */
export function outcomesOf(p: Probabilities, q: Probabilities): Outcomes {
  return { length: q.length, q: valuesOf(q), at: (index) => oddsOf(p[index], q[index]) };
}

/** A number of each outcome. */
export function ofEach(outcomes: Outcomes, number: (odds: Odds, index: number) => number): Float64Array {
  const numbers = new Float64Array(outcomes.length);
  for (let i = 0; i < numbers.length; i++) numbers[i] = number(outcomes.at(i), i);
  return numbers;
}

function oddsOf(p: number, q: number): Odds {
  return { p, q, logP: Math.log(p), logQ: Math.log(q), logRatio: logRatioOf(p, q) };
}

function logRatioOf(p: number, q: number): number {
  if (p === 0) return -Infinity;
  if (q === 0) return Infinity;
  const d = (p - q) / q;
  return Math.abs(d) < 0.5 ? Math.log1p(d) : logRatio(p, q);
}
