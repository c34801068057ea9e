import { type CountProfile, timesOf } from "./countProfile.ts";

/**
 * The mean probability of the outcomes that occurred once, from how many occurred once and twice: Good and Turing's ratio, as Chao and Jost correct it. 1 if none
 * occurred once.
 *
 * @see Chao & Jost (2012), Coverage-Based Rarefaction and Extrapolation, Ecology 93(12).
 */
export function rareRate(profile: CountProfile): number {
  const { n } = profile;
  const once = timesOf(profile, 1);
  const twice = timesOf(profile, 2);
  if (once === 0) return 1;
  return twice > 0 ? (2 * twice) / ((n - 1) * once + 2 * twice) : 2 / ((n - 1) * (once - 1) + 2);
}
