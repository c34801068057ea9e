import { normalQuantile } from "../numeric/standardNormalTail.ts";
import { chao1 } from "./chao1.ts";
import { type CountProfile, timesOf } from "./countProfile.ts";

/**
 * How many outcomes were not met, as uncertain as it is: log-normal around Chao's estimate, with its variance.
 *
 * @param alphabet There are at most so many outcomes, or ∞.
 * @returns Whole numbers, by the share in (0, 1) of the distribution that is to lie below.
 * @see Chao (1987), Estimating the Population Size for Capture–Recapture Data with Unequal Catchability, Biometrics 43.
 */
export function unseenOutcomes(profile: CountProfile, alphabet: number): (share: number) => number {
  const { seen } = profile;
  const unseen = chao1(profile) - seen;
  if (unseen === 0) return () => 0;
  const logSd = Math.sqrt(Math.log1p(variance(profile) / unseen ** 2));
  return (share) => Math.min(alphabet - seen, Math.ceil(unseen * Math.exp(logSd * normalQuantile(share))));
}

function variance(profile: CountProfile): number {
  const { n } = profile;
  const once = timesOf(profile, 1);
  const twice = timesOf(profile, 2);
  const a = (n - 1) / n;
  if (twice > 0) {
    const r = once / twice;
    return twice * ((a / 2) * r ** 2 + a ** 2 * r ** 3 + (a ** 2 / 4) * r ** 4);
  }
  const spread = (a * once * (once - 1)) / 2 + (a ** 2 * once * (2 * once - 1) ** 2) / 4;
  return Math.max(0, spread - (a ** 2 * once ** 4) / (4 * chao1(profile)));
}
