import { normalCdf } from "../numeric/standardNormalTail.ts";
import { studentQuantile } from "../numeric/studentQuantile.ts";
import { clustersIn, type Dependence } from "./dependence.ts";
import type { Estimate } from "./estimate.ts";

/**
 * Intervals under a dependence. What clusters differ by is known from these alone, so that their intervals reach as far as Student's t for so many, and not as the normal does. With `orBlocks`
 * they are those by blocks of neighbours, unless by clusters the sample is worth less: then clusters count, and what either reaches is within.
 *
 * Measured of 95 % intervals for the mean, a rate and the median, in 1000 samples each of 2 to 19 sequences of 20 to 120 tokens: with a twentieth or a quarter of the variance between sequences, blocks
 * held the truth in 43–91 %, these in 88–96 % from 5 sequences on, and in 56–94 % of 2 to 4; of 8 with a quarter, 75–83 % and 92–95 %. Where sequences do not differ both did in 94–98 %, and in 29–47 % of
 * the samples clusters counted.
 *
 * @param make Estimates of a sample under a dependence, of either kind the same ones.
 */
export function overClusters(
  dependence: Dependence,
  level: number,
  make: (dependence: Dependence, level: number) => Estimate[],
): Estimate[] {
  if (dependence.kind !== "clusters") return make(dependence, level);
  const { clusters = 0 } = clustersIn(dependence);
  const byBlocks = dependence.orBlocks ? make({ kind: "blocks" }, level) : undefined;
  if (clusters < 2) return byBlocks ?? make(dependence, level);
  const byClusters = make(dependence, studentLevel(level, clusters - 1)).map((estimate) => ({
    ...estimate,
    level,
  }));
  return byBlocks ? byClusters.map((estimate, i) => worthLess(estimate, byBlocks[i])) : byClusters;
}

/** At which level a normal interval is as wide as Student's at `level`. */
function studentLevel(level: number, freedom: number): number {
  const beyond = normalCdf(studentQuantile((1 - level) / 2, freedom));
  return Math.min(1 - 2 * beyond, 1 - 2 ** -50);
}

function worthLess(byClusters: Estimate, byBlocks: Estimate): Estimate {
  if (byClusters.effectiveSampleSize >= byBlocks.effectiveSampleSize) return byBlocks;
  return {
    ...byClusters,
    low: Math.min(byClusters.low, byBlocks.low),
    high: Math.max(byClusters.high, byBlocks.high),
  };
}
