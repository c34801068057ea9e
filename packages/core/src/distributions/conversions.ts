import { expectKind, type LogProbabilities, ofKind, type Probabilities, valuesOf } from "./kinds.ts";

/**
 * The same distribution as probabilities. What lies below e⁻⁷⁴⁵ becomes 0, so a measure that takes both kinds keeps more in log
 * space.
 *
 * @example toProbabilities(logProbabilities([0, -Infinity])) // [1, 0]
 */
export function toProbabilities(logP: LogProbabilities): Probabilities {
  expectKind("toProbabilities", "logP", logP, "logProbabilities");
  return ofKind("probabilities", valuesOf(logP).map(Math.exp));
}

/**
 * The same distribution as natural logarithms of probabilities; an outcome of probability 0 becomes −∞.
 *
 * @example toLogProbabilities(probabilities([1, 0])) // [0, -Infinity]
 */
export function toLogProbabilities(p: Probabilities): LogProbabilities {
  expectKind("toLogProbabilities", "p", p, "probabilities");
  return ofKind("logProbabilities", valuesOf(p).map(Math.log));
}
