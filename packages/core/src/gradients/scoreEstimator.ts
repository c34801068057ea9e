import { expectKind, type Probabilities } from "../distributions/kinds.ts";
import { expectPair } from "../measures/pair.ts";
import { compensatedSum } from "../numeric/compensatedSum.ts";

/**
 * A way to estimate a gradient by the logits of Q from single draws: a draw x says coefficients[x]·(eₓ − q) + offset, and a batch says the mean of
 * what its draws say. eₓ − q is the score, the gradient of ln q(x) by the logits.
 */
export interface ScoreEstimator {
  /** What x is drawn from: Q itself (on-policy), another policy, or P. */
  readonly draws: Probabilities;
  /** Q, whose logits are to move. */
  readonly model: Probabilities;
  readonly coefficients: Float64Array;
  /** Part of the gradient that is known without drawing; none unless given. */
  readonly offset?: Float64Array;
}

/** What an estimate of a gradient is on average, and how far from that it usually is. */
export interface GradientMoments {
  readonly mean: Float64Array;
  /** Expected squared distance from the mean: the trace of the covariance. */
  readonly variance: number;
}

/**
 * Mean and variance of an estimator, by enumeration: not simulated.
 *
 * @param estimator See `scoreFunctionGradient`, `sampledForwardGradient`, `klEstimator`.
 * @param size n ≥ 1, how many independent draws are averaged: the mean stays, the variance is divided by n.
 * @returns Nats per unit of a logit, and their square. Takes k² steps for k outcomes.
 * @throws RangeError if an outcome that can be drawn has an infinite coefficient, or size is no whole number above 0.
 * @example
 * const p = probabilities([0.5, 0.5]);
 * gradientMoments(sampledForwardGradient(p, probabilities([0.75, 0.25]))).mean // [0.25, -0.25]
 */
export function gradientMoments(estimator: ScoreEstimator, size = 1): GradientMoments {
  const { draws, model } = estimator;
  expectPair("gradientMoments", draws, model, "probabilities");
  expectSize("gradientMoments", size);
  const drawn = [...draws].flatMap((chance, x) => (chance > 0 ? [x] : []));
  const said = drawn.map((x) => estimateFrom("gradientMoments", estimator, [x]));
  const mean = Float64Array.from(model, (_, i) =>
    compensatedSum(drawn.length, (d) => draws[drawn[d]] * said[d][i]),
  );
  const variance = compensatedSum(drawn.length, (d) => draws[drawn[d]] * squaredDistance(said[d], mean));
  return { mean, variance: variance / size };
}

/**
 * The estimate that a batch of draws gives.
 *
 * @param drawn Indices of outcomes, drawn from `estimator.draws`: see `aliasTable`.
 * @throws RangeError if the batch is empty, holds what is no outcome, or one whose coefficient is infinite.
 * @example
 * const q = probabilities([0.5, 0.5]);
 * sampledGradient(sampledForwardGradient(q, q), [0, 0, 0, 1]) // [-0.25, 0.25]
 */
export function sampledGradient(estimator: ScoreEstimator, drawn: ArrayLike<number>): Float64Array {
  expectKind("sampledGradient", "estimator.model", estimator.model, "probabilities");
  expectSize("sampledGradient", drawn.length);
  return estimateFrom("sampledGradient", estimator, drawn);
}

/** The mean of coefficient·(eₓ − q) over the draws, and the offset. */
function estimateFrom(
  where: string,
  { model, coefficients, offset }: ScoreEstimator,
  drawn: ArrayLike<number>,
): Float64Array {
  const own = new Float64Array(model.length);
  let total = 0;
  for (let d = 0; d < drawn.length; d++) {
    const x = drawn[d];
    if (!(x in coefficients)) throw new RangeError(`${where}: drawn[${d}] is ${x}, expected an outcome`);
    if (!Number.isFinite(coefficients[x]))
      throw new RangeError(
        `${where}: estimator.coefficients[${x}] is ${coefficients[x]}, expected a finite number, since it can be drawn`,
      );
    own[x] += coefficients[x];
    total += coefficients[x];
  }
  return own.map((sum, i) => (sum - total * model[i]) / drawn.length + (offset?.[i] ?? 0));
}

function squaredDistance(a: Float64Array, b: Float64Array): number {
  return compensatedSum(a.length, (i) => (a[i] - b[i]) ** 2);
}

export function expectSize(where: string, size: number): void {
  if (!(Number.isSafeInteger(size) && size >= 1))
    throw new RangeError(`${where}: size is ${size}, expected a whole number above 0`);
}
