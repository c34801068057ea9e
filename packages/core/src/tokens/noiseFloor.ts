import { bootstrap, type Resampling } from "../estimators/bootstrap.ts";
import type { Estimate } from "../estimators/estimate.ts";
import { meanStatistic } from "../estimators/statistic.ts";
import { withinRange } from "../estimators/withinRange.ts";
import { release } from "../numeric/fleeting.ts";
import { pairedDifference, type Verdict } from "./pairedDifference.ts";
import { selectRows } from "./scored.ts";

/** The divergence of a base from a second run of itself, and by how much the candidate's exceeds it. */
export interface NoiseFloor {
  readonly mean: Estimate;
  /** The candidate's divergence less the second run's, token by token. Not there, nor the verdict, where the floor is ∞. */
  readonly excess?: Estimate;
  /** Of the candidate's divergence against the floor. */
  readonly verdict?: Verdict;
}

export function noiseFloor(
  candidateKl: ArrayLike<number>,
  secondRunKl: ArrayLike<number>,
  resampling: Resampling,
): NoiseFloor | undefined {
  const measured = selectRows(
    "tokenComparison",
    secondRunKl.length,
    resampling,
    (row) => !(Number.isNaN(secondRunKl[row]) || Number.isNaN(candidateKl[row])),
  );
  if (measured.count === 0) return undefined;
  const taken = measured.take(secondRunKl);
  const mean = withinRange(bootstrap(meanStatistic(taken), measured.resampling), [0, Infinity]);
  if (taken !== secondRunKl) release(taken);
  measured.release();
  if (mean.value === Infinity) return { mean };
  const { difference, verdict } = pairedDifference(candidateKl, secondRunKl, resampling);
  return { mean, excess: difference, verdict };
}
