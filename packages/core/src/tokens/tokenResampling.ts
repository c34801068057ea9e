import type { Resampling } from "../estimators/bootstrap.ts";
import type { Dependence } from "../estimators/dependence.ts";
import { enoughResamples } from "../estimators/enoughResamples.ts";
import { createRng } from "../rng.ts";

/** What is resampled whole: sequences of tokens, blocks of neighbours, single tokens; or, by default, what there is enough of. */
export type Resample = "auto" | "sequences" | "blocks" | "tokens";

const seed = 1;

/**
 * How intervals over tokens are made unless somebody knows better: by blocks of neighbouring tokens, that may reach from one sequence into the next, for many are windows of one text; and by whole
 * sequences where the tokens are worth less by these.
 *
 * How much neighbours depend on each other is known from many tokens only. Measured of 95 % intervals in 400 texts each, surprises exponential with the dependence of an AR(1): of 60 tokens with ρ = 0.5, 100
 * with 0.7, 200 with 0.8, 300 with 0.9 and 600 with 0.95 they held the mean in 85–88 %, and a rate of 5 % in 82–96 %. Of a hundred windows, by which articles five windows long are cut, they held it in 92 %.
 *
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
  for (let i = 1; i < of.length; i++) if (of[i] !== of[0]) return { kind: "clusters", of, orBlocks: true };
  return { kind: "blocks" };
}
