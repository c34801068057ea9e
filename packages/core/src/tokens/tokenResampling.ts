import type { Resampling } from "../estimators/bootstrap.ts";
import type { Dependence } from "../estimators/dependence.ts";
import { enoughResamples } from "../estimators/enoughResamples.ts";
import { createRng } from "../rng.ts";

/** What is resampled whole: sequences of tokens, blocks of neighbours, single tokens; or, by default, what there is enough of. */
export type Resample = "auto" | "sequences" | "blocks" | "tokens";

/** With fewer of them an interval by resampling is too short. */
export const fewUnits = 20;

const seed = 1;

/**
 * How intervals over tokens are made unless somebody knows better: whole sequences stand for independent where there are 20 or more, and fewer of them where the tokens are worth less by sequences
 * than by blocks of neighbours; else neighbouring tokens are taken to depend on each other.
 * Levels above 0.99 take more than 1000 resamples, so that some lie beyond their ends. A statistic of the same tokens has the same interval, wherever it is computed.
 *
 * @param sequence The number of the sequence of each token.
 * @example tokenResampling([0, 0, 0, 0]).dependence // { kind: "blocks" }
 * @example tokenResampling([0, 0, 1, 1]).dependence // { kind: "clusters", of: [0, 0, 1, 1], orBlocks: true }
 */
export function tokenResampling(
  sequence: ArrayLike<number>,
  { resample = "auto", level = 0.95 }: { readonly resample?: Resample; readonly level?: number } = {},
): Resampling {
  return {
    rng: () => createRng(seed),
    level,
    resamples: enoughResamples(level),
    method: "studentised",
    dependence: dependenceBy[resample](sequence),
  };
}

const dependenceBy: Record<Resample, (sequence: ArrayLike<number>) => Dependence> = {
  auto: dependenceIn,
  sequences: (of) => ({ kind: "clusters", of }),
  blocks: () => ({ kind: "blocks" }),
  tokens: () => ({ kind: "independent" }),
};

function dependenceIn(of: ArrayLike<number>): Dependence {
  const seen = new Set<number>();
  for (let i = 0; i < of.length && seen.size < fewUnits; i++) seen.add(of[i]);
  if (seen.size < 2) return { kind: "blocks" };
  return { kind: "clusters", of, ...(seen.size < fewUnits && { orBlocks: true }) };
}
