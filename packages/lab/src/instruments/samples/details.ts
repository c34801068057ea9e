import { createRng, estimateEntropy, estimateMutualInformation, type Nats } from "@surprisal/core";
import { countsOf, drawsOf, type EstimatorName, estimatorsOf, type Samples } from "./model.ts";

/** An estimate with the interval it is given with. */
type Interval = {
  readonly estimator: EstimatorName;
  readonly value: Nats;
  readonly low: Nats;
  readonly high: Nats;
};

/** What the draws so far say, with intervals at 95 %. */
export type Details = {
  readonly intervals: readonly Interval[];
  /** Of an entropy: about how many draws would do, and whether these are enough. */
  readonly wanted?: { readonly draws: number; readonly isEnough: boolean };
  /** Of an information: how often chance alone gives as much, by shuffling. */
  readonly pValue?: number;
};

export const permutations = 199;
const fewest = 5;

/** @returns Nothing while there are fewer than five draws. */
export function detailsOf(state: Omit<Samples, "names">): Details | undefined {
  if (state.draws < fewest) return undefined;
  const draws = drawsOf(state, state.draws);
  const size = state.p.length;
  if (state.of === "entropy") {
    const { estimates, isEnough, drawsWanted } = estimateEntropy(countsOf(state, draws), {
      estimators: estimatorsOf.entropy,
      alphabet: size,
    });
    return {
      intervals: estimates.map(({ estimator, value, low, high }) => ({
        estimator: estimator as EstimatorName,
        value,
        low,
        high,
      })),
      wanted: { draws: drawsWanted, isEnough },
    };
  }
  const [x, y] = [draws.map((pair) => Math.floor(pair / size)), draws.map((pair) => pair % size)];
  const intervals = estimatorsOf.information.map((estimator) => {
    const { value, low, high } = estimateMutualInformation(x, y, {
      estimator: estimator as "plugIn",
      rng: createRng(1),
    });
    return { estimator, value, low, high };
  });
  const { pValue } = estimateMutualInformation(x, y, {
    estimator: state.estimator as "plugIn",
    permutations,
    rng: createRng(1),
  });
  return { intervals, ...(pValue !== undefined && { pValue }) };
}
