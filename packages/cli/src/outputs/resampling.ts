import { createRng, type Estimate, type Resampling } from "@surprisal/core";

export type Resample = "auto" | "sequences" | "blocks" | "tokens";

/** With fewer of them an interval by resampling is too short. */
export const fewUnits = 20;

/** The same file gives the same interval, whenever it is measured. */
const seed = 1;

/** What the tokens of rows in sequences of so many may be taken for: the sequences for independent, where there are enough; else tokens far from each other. */
export function resamplingOf(
  sequence: ArrayLike<number>,
  { resample, level }: { resample: Resample; level: number },
): Resampling {
  const count = new Set(Array.from(sequence)).size;
  const how = resample === "auto" ? (count >= fewUnits ? "sequences" : "blocks") : resample;
  return {
    rng: createRng(seed),
    level,
    dependence:
      how === "sequences"
        ? { kind: "clusters", of: sequence }
        : { kind: how === "blocks" ? "blocks" : "independent" },
  };
}

/** How the intervals came about, in a sentence. */
export function methodText(
  { level, dependence, blockLength, resamples }: Estimate,
  { rates, medians }: { rates: boolean; medians: boolean },
): string {
  const units = {
    independent: "single tokens, as if they were independent",
    clusters: "whole sequences",
    blocks:
      blockLength === 1
        ? "single tokens, which show no dependence"
        : `blocks of ${blockLength} neighbouring tokens`,
  };
  if (resamples === 0) return "No interval: there is one unit alone to resample.";
  const others = `${rates ? "; of rates, Wilson's" : ""}${medians ? "; of medians, Woodruff's" : ""}`;
  const share = Number((100 * level).toPrecision(6));
  return `Intervals at ${share} %: percentiles of ${resamples} resamples of ${units[dependence]}${others}.`;
}
