import type { Probabilities } from "../distributions/kinds.ts";
import { klDivergence } from "../measures/klDivergence.ts";
import { expectPair } from "../measures/pair.ts";
import { compensatedSum } from "../numeric/compensatedSum.ts";
import { expm1MinusX } from "../numeric/expm1MinusX.ts";
import { logRatio } from "../numeric/logRatio.ts";
import type { Nats } from "../units.ts";
import { expectSize, type ScoreEstimator } from "./scoreEstimator.ts";

/** With r = p(x)/q(x): k1 is −ln r, k2 is ½(ln r)², k3 is (r − 1) − ln r. */
export type KlEstimatorName = "k1" | "k2" | "k3";

/** What single draws say of D(Q‖P), and what one gets by differentiating it. */
export interface KlEstimator {
  readonly draws: Probabilities;
  /** k numbers: the estimate that a draw of each outcome gives, in nats. */
  readonly values: Float64Array;
  /** The derivative of the value by the logits of Q, the draw held fixed: what automatic differentiation computes. */
  readonly gradient: ScoreEstimator;
}

/** How a {@link KlEstimator} is to be made. */
export interface KlEstimatorOptions {
  /** What is drawn from, if not Q. */
  readonly draws?: Probabilities;
  /** Whether each draw counts q(x)/draws(x) times, a weight that is differentiated too: even where it is 1, on-policy. Not unless given. */
  readonly weighted?: boolean;
}

/**
 * The estimators k1, k2 and k3 of D(Q‖P) from draws, and their gradients.
 *
 * On-policy and unweighted, k1 and k3 have the right value on average and the wrong gradient: that of k1 is 0, that of k3 the gradient of D(P‖Q) (where Q can
 * draw all that P can); k2 has a wrong value and the right gradient. Weighted, k1 and k3 have the right gradient; k2 that of its own wrong value.
 * Off-policy and unweighted, all are wrong in both.
 *
 * @param p The reference P.
 * @param q The policy Q, whose logits the gradient is by.
 * @returns Nats. Where p = 0 < q the value is +∞, and so are coefficients of the gradient.
 * @throws RangeError if the distributions differ in length or the name is none of the three.
 * @see Schulman (2020), Approximating KL Divergence; Tang & Munos (2025), On a Few Pitfalls in KL Divergence Gradient Estimation for RL.
 * @example
 * const [p, q] = [probabilities([0.5, 0.5]), probabilities([0.75, 0.25])];
 * const slopeOf = (name) => Array.from(gradientMoments(klEstimator(p, q, name).gradient).mean, (x) => x.toFixed(4));
 * [slopeOf("k1"), slopeOf("k2"), slopeOf("k3")] // [["0.0000", "0.0000"], ["0.2060", "-0.2060"], ["0.2500", "-0.2500"]]
 */
export function klEstimator(
  p: Probabilities,
  q: Probabilities,
  name: KlEstimatorName,
  { draws = q, weighted = false }: KlEstimatorOptions = {},
): KlEstimator {
  expectPair("klEstimator", p, q, "probabilities");
  expectPair("klEstimator", p, draws, "probabilities");
  if (!Object.hasOwn(formulas, name))
    throw new RangeError(`klEstimator: name is ${name}, expected "k1", "k2" or "k3"`);
  const { value, slope } = formulas[name];
  const values = new Float64Array(q.length);
  const coefficients = new Float64Array(q.length);
  for (let x = 0; x < q.length; x++) {
    if (draws[x] === 0 || (weighted && q[x] === 0)) continue;
    const [log, weight] = [logOf(p[x], q[x]), weighted ? q[x] / draws[x] : 1];
    values[x] = weight * value(log);
    coefficients[x] = weight * (slope(log) + (weighted ? value(log) : 0));
  }
  return { draws, values, gradient: { draws, model: q, coefficients } };
}

/** The value of each at ln r, and its derivative by ln q = −its derivative by ln r. */
export const formulas: Record<KlEstimatorName, { value(log: number): Nats; slope(log: number): number }> = {
  k1: { value: (log) => 0 - log, slope: () => 1 },
  k2: { value: (log) => log ** 2 / 2, slope: (log) => 0 - log },
  // At −∞ the literal r − 1 − ln r is +∞ too; expm1MinusX keeps the digits near 0.
  k3: { value: (log) => expm1MinusX(log), slope: (log) => 0 - Math.expm1(log) },
};

/** ln(p/q), 0 where both are 0: neither has anything to say there. */
function logOf(p: number, q: number): Nats {
  if (p === q) return 0;
  if (q === 0) return Infinity;
  return p === 0 ? -Infinity : logRatio(p, q);
}

/** What estimates of a divergence are on average, how far from the truth that is, and how far they stray. */
export interface ValueMoments {
  readonly mean: Nats;
  /** mean − D(Q‖P). */
  readonly bias: Nats;
  /** Of the mean of n draws, in nats². */
  readonly variance: number;
}

/**
 * Mean, bias and variance of an estimator of D(Q‖P), by enumeration.
 *
 * @param estimator See {@link klEstimator}.
 * @param p The reference P that it was made with.
 * @param size n ≥ 1, how many independent draws are averaged.
 * @returns Nats. Where D(Q‖P) = +∞, so is the variance, and the bias 0 if the mean is +∞ too.
 * @throws RangeError if size is no whole number above 0.
 * @example
 * const [p, q] = [probabilities([0.5, 0.5]), probabilities([0.75, 0.25])];
 * valueMoments(klEstimator(p, q, "k1"), p).bias.toFixed(12) // "0.000000000000"
 * valueMoments(klEstimator(p, q, "k2"), p).bias.toFixed(4) // "-0.0091"
 */
export function valueMoments(
  { draws, values, gradient }: KlEstimator,
  p: Probabilities,
  size = 1,
): ValueMoments {
  expectSize("valueMoments", size);
  const truth = klDivergence(p, gradient.model, "reverse");
  const average = (of: (x: number) => number) =>
    compensatedSum(draws.length, (x) => (draws[x] > 0 ? draws[x] * of(x) : 0));
  const mean = average((x) => values[x]);
  if (!Number.isFinite(mean)) return { mean, bias: mean === truth ? 0 : mean, variance: Infinity };
  return { mean, bias: mean - truth, variance: average((x) => (values[x] - mean) ** 2) / size };
}
