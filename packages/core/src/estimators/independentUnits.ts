import type { Estimate } from "./estimate.ts";

/** With fewer of them an interval by resampling is too short. */
export const fewUnits = 20;

/**
 * How many independent things an interval rests on: clusters, or blocks of neighbours, where these were resampled; and no more than the observations are worth. An interval for a mean
 * is too short where they are fewer than some twenty, however many observations each of them has.
 *
 * @param observations How many there are.
 * @returns From 0 to `observations`.
 * @example
 * const dependence = { kind: "clusters", of: [0, 0, 0, 1, 1, 1] } as const;
 * independentUnits(bootstrap(meanStatistic([1, 2, 3, 1, 2, 3.5]), { rng: createRng(1), dependence }), 6) // 2
 */
export function independentUnits(
  {
    effectiveSampleSize,
    clusters,
    blockLength = 1,
  }: Pick<Estimate, "effectiveSampleSize" | "clusters" | "blockLength">,
  observations: number,
): number {
  return Math.min(effectiveSampleSize, clusters ?? observations / blockLength);
}
