import type { Resampling } from "../estimators/bootstrap.ts";
import type { Estimate } from "../estimators/estimate.ts";
import { estimateRate } from "../estimators/estimateRate.ts";
import { sumOf } from "../numeric/columns.ts";
import { fleeting, lent, release } from "../numeric/fleeting.ts";
import { calibrationError } from "./calibrationError.ts";
import { findIn, selectRows } from "./scored.ts";

/** The predictions of about one confidence. */
export interface ReliabilityBin {
  /** Confidences in [from, to), and 1 in the last. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Their mean confidence. */
  readonly confidence: number;
  /** How many of them were right. */
  readonly accuracy: Estimate;
}

export interface Calibration {
  /** Bins without a prediction are left out. */
  readonly bins: readonly ReliabilityBin[];
  /** Σ over bins of |accuracy − confidence|, each weighted by its share of all predictions. */
  readonly expectedError: Estimate;
  /** What that would come to, on average, for a perfectly calibrated model and so many independent predictions: less is not told from nothing. */
  readonly errorByChance: number;
}

/**
 * Whether a model is right as often as it is sure: predictions are put into bins of equal width by confidence, and each bin's share of right ones is compared to its
 * mean confidence (expected calibration error, ECE).
 *
 * The interval of the error holds it oftener than its level says, and 0 unless the error is told from nothing: chance adds to each bin's gap, and takes off none.
 *
 * @param confidence What each prediction was given, in [0, 1].
 * @param right 1 where it was right, else 0.
 * @param bins How many; 10 unless given.
 * @throws RangeError if there is no prediction, the lengths differ, or a confidence is none.
 * @see Naeini, Cooper & Hauskrecht (2015), Obtaining Well Calibrated Probabilities Using Bayesian Binning, AAAI.
 * @example
 * const options = { rng: createRng(1), dependence: { kind: "independent" } } as const;
 * calibration([0.9, 0.9, 0.9, 0.9, 0.2], [1, 1, 1, 0, 0], options).expectedError.value.toFixed(2) // "0.16"
 */
export function calibration(
  confidence: ArrayLike<number>,
  right: ArrayLike<number>,
  resampling: Resampling,
  bins = 10,
): Calibration {
  const n = confidence.length;
  if (n === 0) throw new RangeError("calibration: confidence is empty, expected a prediction");
  if (right.length !== n)
    throw new RangeError(`calibration: right has ${right.length} entries, expected ${n}`);
  if (!(Number.isInteger(bins) && bins >= 1))
    throw new RangeError(`calibration: bins is ${bins}, expected a whole number above 0`);
  const binOf = fleeting(bins > 256 ? new Int32Array(n) : new Uint8Array(n));
  for (let i = 0; i < n; i++) {
    const c = confidence[i];
    // e^x of a log-probability of 0 to single precision is 1 to about 10⁻⁶.
    if (!(c >= 0 && c <= 1 + 1e-5))
      throw new RangeError(`calibration: confidence[${i}] is ${c}, expected a number in [0, 1]`);
    binOf[i] = Math.min(bins - 1, Math.floor(c * bins));
  }
  const { error, byChance } = calibrationError(binOf, bins, confidence, right, resampling);
  const found = {
    bins: Array.from({ length: bins }, (_, bin) => bin).flatMap((bin) => {
      const within = selectRows("calibration", n, resampling, (i) => binOf[i] === bin);
      const { count } = within;
      if (count === 0) return [];
      const found = {
        from: bin / bins,
        to: (bin + 1) / bins,
        count,
        confidence: findIn(within, lent(confidence), (sure) => sumOf(sure)) / count,
        accuracy: findIn(within, lent(right), (hits) => estimateRate(hits, within.resampling)),
      };
      within.release();
      return found;
    }),
    expectedError: error,
    errorByChance: byChance,
  };
  release(binOf);
  return found;
}
