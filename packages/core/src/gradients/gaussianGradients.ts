import type { Normal } from "../distributions/normal.ts";
import { integrate } from "../numeric/integrate.ts";

/** An estimate of a gradient by the parameters of N(μ, σ²): by μ, and by ln σ. */
export interface GaussianGradient {
  readonly byMean: number;
  readonly byLogSd: number;
}

/** A way to estimate a gradient by the parameters of Q = N(μ, σ²) from single draws μ + σz. */
export interface GaussianEstimator {
  /** The estimate that the draw at z standard deviations from the mean gives. */
  at(z: number): GaussianGradient;
}

/**
 * The pathwise gradient of E_Q[cost] for a normal Q, which moves each draw x = μ + σz along: cost′(x) by μ, σz·cost′(x) by ln σ.
 *
 * For D(Q‖P) there are two costs. With that of −ln p(x), add the gradient of −h(Q), which is −1 by ln σ. With that of ln q(x) − ln p(x), Q held fixed in it,
 * the estimate is complete, and its variance 0 where Q = P.
 *
 * @param q The model Q.
 * @param slope The derivative of the cost by x.
 * @returns Unbiased, if the cost has no jumps.
 * @throws TypeError if q is no normal distribution or slope no function.
 * @see Kingma & Welling (2014), Auto-Encoding Variational Bayes; Roeder, Wu & Duvenaud (2017), Sticking the Landing.
 * @example pathwiseGradient(normal(1, 2), (x) => 2 * x).at(0.5) // {"byMean":4,"byLogSd":4}
 */
export function pathwiseGradient(q: Normal, slope: (x: number) => number): GaussianEstimator {
  expectNormal("pathwiseGradient", q);
  if (typeof slope !== "function")
    throw new TypeError(`pathwiseGradient: slope is ${slope}, expected a function`);
  return {
    at(z) {
      const byMean = slope(q.mean + q.sd * z);
      return { byMean, byLogSd: q.sd * z * byMean };
    },
  };
}

/**
 * The score-function gradient of E_Q[cost] for a normal Q, which needs no derivative of the cost: (cost(x) − b)·z/σ by μ, and
 * (cost(x) − b)·(z² − 1) by ln σ.
 *
 * @param q The model Q.
 * @param cost Any function of x.
 * @param baseline b, a number that changes no expectation; 0 unless given.
 * @returns Unbiased.
 * @throws TypeError if q is no normal distribution or cost no function.
 * @example gaussianScoreGradient(normal(1, 2), (x) => x ** 2, 5).at(0.5) // {"byMean":-0.25,"byLogSd":0.75}
 */
export function gaussianScoreGradient(
  q: Normal,
  cost: (x: number) => number,
  baseline = 0,
): GaussianEstimator {
  expectNormal("gaussianScoreGradient", q);
  if (typeof cost !== "function")
    throw new TypeError(`gaussianScoreGradient: cost is ${cost}, expected a function`);
  return {
    at(z) {
      const above = cost(q.mean + q.sd * z) - baseline;
      return { byMean: (above * z) / q.sd, byLogSd: above * (z * z - 1) };
    },
  };
}

/** Mean and variance of an estimate of one number, for one draw. */
export interface Moments {
  readonly mean: number;
  readonly variance: number;
}

const rootTwoPi = Math.sqrt(2 * Math.PI);
// 10⁻³⁷ of a normal distribution lies beyond.
const reach = 13;

/**
 * Mean and variance of an estimator for one draw, by quadrature over z: not simulated. Of n draws the variance is an n-th.
 *
 * @param breakpoints Values of z where the cost jumps or bends, or near which it is narrow.
 * @returns Relative error 1e-10 for estimates that are smooth on the scale of σ.
 * @throws RangeError if an estimate is NaN.
 * @example
 * const { byMean } = gaussianGradientMoments(pathwiseGradient(normal(1, 2), (x) => 2 * x));
 * [byMean.mean, byMean.variance].map((x) => x.toFixed(9)) // ["2.000000000", "16.000000000"]
 */
export function gaussianGradientMoments(
  estimator: GaussianEstimator,
  breakpoints: readonly number[] = [],
): Record<keyof GaussianGradient, Moments> {
  const average = (of: (z: number) => number) =>
    integrate((z) => (of(z) * Math.exp((-z * z) / 2)) / rootTwoPi, -reach, reach, {
      breakpoints: [-8, -4, -1.5, 0, 1.5, 4, 8, ...breakpoints],
      absoluteTolerance: 1e-14,
    }).value;
  const moments = (coordinate: keyof GaussianGradient): Moments => {
    const mean = average((z) => estimator.at(z)[coordinate]);
    return { mean, variance: average((z) => (estimator.at(z)[coordinate] - mean) ** 2) };
  };
  return { byMean: moments("byMean"), byLogSd: moments("byLogSd") };
}

function expectNormal(where: string, q: Normal): void {
  if (q?.family !== "normal")
    throw new TypeError(
      `${where}: q is ${(q as { family?: string } | null)?.family ?? q}, expected a normal distribution`,
    );
}
