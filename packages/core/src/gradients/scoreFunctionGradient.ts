import type { Plain, Probabilities } from "../distributions/kinds.ts";
import { expectPair } from "../measures/pair.ts";
import { compensatedSum } from "../numeric/compensatedSum.ts";
import { logRatio } from "../numeric/logRatio.ts";
import type { Nats } from "../units.ts";
import { perOutcome } from "./perOutcome.ts";
import type { ScoreEstimator } from "./scoreEstimator.ts";
import { throughSoftmax } from "./throughSoftmax.ts";

/** How the score-function estimator is to be made. */
export interface ScoreOptions {
  /**
   * What is taken off the cost before it multiplies the score: nothing ("none", unless given), the expected cost ("value"), the constant of least
   * variance ("optimal"), or a number. On-policy it changes no expectation, since the score has mean 0.
   */
  readonly baseline?: "none" | "value" | "optimal" | number;
  /** What is drawn from, if not Q: each draw then counts q(x)/draws(x) times. */
  readonly draws?: Probabilities;
  /** The most times a draw counts; no limit unless given. Less variance, and a bias. */
  readonly clip?: number;
  /** A guess of the cost: only cost − guess is estimated, the gradient of the guess is added exactly. */
  readonly control?: Plain;
}

/**
 * The score-function estimator (REINFORCE) of the gradient of E_Q[cost] by the logits of Q: w(x)·(cost(x) − guess(x) − b)·(eₓ − q), and the gradient of
 * E_Q[guess].
 *
 * With `reverseKlCost` it estimates the gradient of D(Q‖P): there the cost moves with Q too, which adds E_Q[eₓ − q] = 0.
 *
 * @param q The model Q, k probabilities.
 * @param cost k numbers. To raise a reward, go against the gradient of minus the reward.
 * @returns Unbiased if nothing is clipped and `draws` can draw all that Q can. `gradientMoments` says what it is otherwise.
 * @throws RangeError if lengths differ, an outcome that Q can draw has an infinite cost, a guess is infinite, clip is not above 0,
 *   or the baseline is neither known nor a finite number.
 * @see Williams (1992), Simple Statistical Gradient-Following Algorithms; Greensmith, Bartlett & Baxter (2004), Variance Reduction Techniques for
 *   Gradient Estimates in Reinforcement Learning, for the optimal baseline.
 * @example
 * const q = probabilities([0.5, 0.5]);
 * gradientMoments(scoreFunctionGradient(q, [1, 0])).mean // [0.25, -0.25]
 * gradientMoments(scoreFunctionGradient(q, [1, 0])).variance // 0.125
 * gradientMoments(scoreFunctionGradient(q, [1, 0], { baseline: "value" })).variance // 0
 */
export function scoreFunctionGradient(
  q: Probabilities,
  cost: Plain,
  options: ScoreOptions = {},
): ScoreEstimator {
  const where = "scoreFunctionGradient";
  const { baseline = "none", draws = q, clip = Infinity, control } = options;
  expectPair(where, q, draws, "probabilities");
  if (!(clip > 0)) throw new RangeError(`${where}: clip is ${clip}, expected a number above 0`);
  if (!(typeof baseline === "number" ? Number.isFinite(baseline) : Object.hasOwn(baselines, baseline)))
    throw new RangeError(
      `${where}: baseline is ${baseline}, expected "none", "value", "optimal" or a finite number`,
    );
  const costs = perOutcome(where, "cost", cost, q.length);
  const guess = control === undefined ? undefined : perOutcome(where, "control", control, q.length);
  const weights = Float64Array.from(q, (x, i) => (x > 0 && draws[i] > 0 ? Math.min(x / draws[i], clip) : 0));
  const left = costs.map((value, x) => {
    if (weights[x] === 0) return 0;
    const rest = value - (guess?.[x] ?? 0);
    if (!Number.isFinite(rest))
      throw new RangeError(`${where}: cost[${x}] is ${value}, expected a finite number, since Q can draw it`);
    return rest;
  });
  const b = typeof baseline === "number" ? baseline : baselines[baseline](q, draws, weights, left);
  return {
    draws,
    model: q,
    coefficients: left.map((rest, x) => (weights[x] === 0 ? 0 : weights[x] * (rest - b))),
    ...(guess && { offset: throughSoftmax(q, guess) }),
  };
}

/**
 * What D(Q‖P) charges each outcome: ln(q/p), whose mean under Q it is.
 *
 * @returns Nats, one for each outcome: −∞ where q = 0, +∞ where p = 0 < q.
 * @example reverseKlCost(probabilities([0.5, 0.5]), probabilities([1, 0])) // [0.6931471805599453, -Infinity]
 */
export function reverseKlCost(p: Probabilities, q: Probabilities): Float64Array {
  expectPair("reverseKlCost", p, q, "probabilities");
  return Float64Array.from(
    q,
    (x, i): Nats => (x === 0 ? -Infinity : p[i] === 0 ? Infinity : logRatio(x, p[i])),
  );
}

type BaselineOf = (
  q: Probabilities,
  draws: Probabilities,
  weights: Float64Array,
  cost: Float64Array,
) => number;

const baselines: Record<"none" | "value" | "optimal", BaselineOf> = {
  none: () => 0,
  value: (q, _, weights, cost) => compensatedSum(q.length, (x) => (weights[x] > 0 ? q[x] * cost[x] : 0)),
  optimal: leastVariance,
};

/** Where the variance, quadratic in b, is least. Clipped weights leave E[w·score] ≠ 0, so that the mean moves with b too. */
function leastVariance(
  q: Probabilities,
  draws: Probabilities,
  weights: Float64Array,
  cost: Float64Array,
): number {
  const sum = (term: (x: number) => number) => compensatedSum(q.length, term);
  const square = sum((x) => q[x] ** 2);
  const scoreSquare = (x: number) => 1 - 2 * q[x] + square;
  const weighted = (x: number) => draws[x] * weights[x];
  const [total, totalCost] = [sum(weighted), sum((x) => weighted(x) * cost[x])];
  const meanScore = (i: number) => weighted(i) - total * q[i];
  const meanCost = (i: number) => weighted(i) * cost[i] - totalCost * q[i];
  const slope =
    sum((x) => weighted(x) * weights[x] * cost[x] * scoreSquare(x)) - sum((i) => meanScore(i) * meanCost(i));
  const curvature = sum((x) => weighted(x) * weights[x] * scoreSquare(x)) - sum((i) => meanScore(i) ** 2);
  return curvature > 0 ? slope / curvature : 0;
}
