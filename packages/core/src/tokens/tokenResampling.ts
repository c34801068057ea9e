import type { Resampling } from "../estimators/bootstrap.ts";
import { enoughResamples } from "../estimators/enoughResamples.ts";
import { createRng } from "../rng.ts";

/** What is resampled whole: sequences of tokens, blocks of neighbours, single tokens; or, by default, what there is enough of. */
export type Resample = "auto" | "sequences" | "blocks" | "tokens";

/** With fewer of them an interval by resampling is too short. */
export const fewUnits = 20;

const seed = 1;

/**
 * How intervals over tokens are made unless somebody knows better: whole sequences stand for independent where there are 20 or more, else neighbouring tokens are taken to depend on each other.
 * Levels above 0.99 take more than 1000 resamples, so that some lie beyond their ends. A statistic of the same tokens has the same interval, wherever it is computed.
 *
 * @param sequence The number of the sequence of each token.
 * @example tokenResampling([0, 0, 1, 1]).dependence // { kind: "blocks" }
 */
export function tokenResampling(
  sequence: ArrayLike<number>,
  { resample = "auto", level = 0.95 }: { readonly resample?: Resample; readonly level?: number } = {},
): Resampling {
  const how = resample === "auto" ? (isMany(sequence) ? "sequences" : "blocks") : resample;
  return {
    rng: () => createRng(seed),
    level,
    resamples: enoughResamples(level),
    dependence:
      how === "sequences"
        ? { kind: "clusters", of: sequence }
        : { kind: how === "blocks" ? "blocks" : "independent" },
  };
}

function isMany(sequence: ArrayLike<number>): boolean {
  const seen = new Set<number>();
  for (let i = 0; i < sequence.length && seen.size < fewUnits; i++) seen.add(sequence[i]);
  return seen.size >= fewUnits;
}
