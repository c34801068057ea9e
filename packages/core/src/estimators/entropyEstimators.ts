import type { Nats } from "../units.ts";
import { chaoShenEntropy } from "./chaoShenEntropy.ts";
import { chaoWangJostEntropy } from "./chaoWangJostEntropy.ts";
import type { CountProfile } from "./countProfile.ts";
import { grassbergerEntropy } from "./grassbergerEntropy.ts";
import { jackknifeEntropy } from "./jackknifeEntropy.ts";
import { jamesSteinEntropy } from "./jamesSteinEntropy.ts";
import { millerMadowEntropy } from "./millerMadowEntropy.ts";
import { plugInEntropy } from "./plugInEntropy.ts";

/** Those whose interval comes from resampling: a number for a profile, given how large the alphabet is. */
export const resampledEstimators = {
  plugIn: plugInEntropy,
  millerMadow: millerMadowEntropy,
  jackknife: jackknifeEntropy,
  grassberger: grassbergerEntropy,
  chaoShen: chaoShenEntropy,
  chaoWangJost: chaoWangJostEntropy,
  jamesStein: jamesSteinEntropy,
} as const satisfies Readonly<Record<string, (profile: CountProfile, alphabet: number) => Nats>>;

export type ResampledEstimator = keyof typeof resampledEstimators;

/** An estimate of entropy from counts, by name. */
export type EntropyEstimator = ResampledEstimator | "nsb" | "dirichlet";

/**
 * What an estimate takes for granted beyond independent draws: that everything was seen, often; that the outcomes not seen are about as rare as those seen once; how
 * large the alphabet is; and that probabilities are spread as its prior says.
 */
export type EntropyAssumption = "allSeen" | "rareAlike" | "alphabet" | "prior";

/** In the order of a table: from what corrects nothing to what believes most. */
export const assumptionsOf: Readonly<Record<EntropyEstimator, readonly EntropyAssumption[]>> = {
  plugIn: ["allSeen"],
  millerMadow: ["allSeen"],
  jackknife: ["allSeen"],
  grassberger: ["allSeen"],
  chaoShen: ["rareAlike"],
  chaoWangJost: ["rareAlike"],
  jamesStein: ["alphabet"],
  nsb: ["alphabet", "prior"],
  dirichlet: ["alphabet", "prior"],
};
