import { checkedCopy } from "../distributions/checkedCopy.ts";
import type { Plain } from "../distributions/kinds.ts";
import { bootstrap, type Resampling } from "../estimators/bootstrap.ts";
import { partsOf } from "../estimators/dependence.ts";
import type { Estimate } from "../estimators/estimate.ts";
import { meanStatistic } from "../estimators/statistic.ts";
import { partUnits } from "../estimators/units.ts";
import type { Nats } from "../units.ts";
import { formulas, type KlEstimatorName } from "./klEstimator.ts";

/** What was logged of each draw, and how intervals are made. */
export interface LoggedKlOptions extends Resampling {
  /** ln of the probability under the policy that drew, if that was not Q: each draw then counts q/draws times. */
  readonly logDraws?: Plain;
  /** A number for each draw, the same for those of one sequence: then what is averaged, and resampled, is the sum over a sequence, and D(Q‖P) that of whole sequences. */
  readonly sequence?: ArrayLike<number>;
}

/** What logged draws say of D(Q‖P), in nats a draw or a sequence, three times, each with an interval. */
export interface LoggedKl extends Record<KlEstimatorName, Estimate> {
  /** As many draws of Q itself would weigh as much: (Σw)²/Σw², all of them where Q drew. */
  readonly weightedSize: number;
  /** The largest ln(p/q) met. r = p/q enters k3 as it is: a few draws with a large one carry k3, and above 709 it overflows. */
  readonly largestLogRatio: Nats;
  /** The share of draws at which k1 is negative, as it may well be: P likes them better than Q does. k3 is never. */
  readonly negative: number;
}

/**
 * D(Q‖P) from what training logs: the log-probabilities of what was drawn, under the policy Q and the reference P.
 *
 * k1 and k3 are unbiased, k2 is not; see `klEstimator` for their derivatives. A k1 below 0 by more than its interval says that something else drew than Q: a
 * temperature, top-k or top-p that is not in `logPolicy`, padding that was counted, or an older policy, which goes into `logDraws`.
 *
 * @param logPolicy ln q of each draw, finite.
 * @param logReference ln p of each draw, finite: where P gives nothing to what Q does, D(Q‖P) is infinite, and no estimate is needed.
 * @param options What is independent of what, where randomness comes from, and who drew.
 * @throws RangeError if lengths differ, or a logarithm is not a finite number ≤ 0.
 * @see Schulman (2020), Approximating KL Divergence.
 * @example
 * const logs = { logPolicy: [-0.25, -0.5, -2], logReference: [-0.5, -0.25, -3] };
 * const { k1 } = estimateLoggedKl(logs.logPolicy, logs.logReference, { rng: createRng(1), dependence: { kind: "independent" } });
 * k1.value.toFixed(4) // "0.3333"
 */
export function estimateLoggedKl(
  logPolicy: Plain,
  logReference: Plain,
  { logDraws, sequence, ...resampling }: LoggedKlOptions,
): LoggedKl {
  const policy = logarithms("logPolicy", logPolicy);
  const reference = logarithms("logReference", logReference, policy.length);
  const draws = logDraws && logarithms("logDraws", logDraws, policy.length);
  const weights = policy.map((log, i) => (draws ? Math.exp(log - draws[i]) : 1));
  const logRatios = reference.map((log, i) => log - policy[i]);
  const summed = sequence ? sumsBy(sequence, policy.length) : (values: Float64Array) => values;
  const estimate = (name: KlEstimatorName) => {
    const values = logRatios.map((log, i) => weights[i] * formulas[name].value(log));
    return bootstrap(meanStatistic(summed(values)), resampling);
  };
  return {
    k1: estimate("k1"),
    k2: estimate("k2"),
    k3: estimate("k3"),
    weightedSize: sum(weights) ** 2 / sum(weights.map((w) => w * w)),
    largestLogRatio: logRatios.reduce((most, log) => Math.max(most, log), -Infinity),
    negative: sum(logRatios.map((log) => (log > 0 ? 1 : 0))) / logRatios.length,
  };
}

function logarithms(name: string, values: Plain, length = values.length): Float64Array {
  const isLogarithm = (x: number) => x <= 0 && x > -Infinity;
  const copy = checkedCopy("estimateLoggedKl", name, values, isLogarithm, "a finite number ≤ 0");
  expectEach(name, copy.length, length);
  return copy;
}

/** Sums over the draws of each sequence. */
function sumsBy(sequence: ArrayLike<number>, draws: number): (values: Float64Array) => Float64Array {
  expectEach("sequence", sequence.length, draws);
  return partUnits(partsOf(sequence)).sums;
}

function expectEach(name: string, length: number, draws: number): void {
  if (length !== draws)
    throw new RangeError(
      `estimateLoggedKl: ${name} has ${length} entries, expected ${draws}, one for each draw`,
    );
}

function sum(values: Float64Array): number {
  return values.reduce((total, x) => total + x, 0);
}
