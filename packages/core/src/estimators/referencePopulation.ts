import { multinomial } from "../distributions/sampleCounts.ts";
import type { Rng } from "../rng.ts";
import type { Nats } from "../units.ts";
import { type CountProfile, sumOverSeen, tally, timesOf } from "./countProfile.ts";
import { rareRate } from "./rareRate.ts";

/** A distribution that the sample may have come from, with the outcomes it has not met: resamples of it say how far an estimate strays. */
export interface ReferencePopulation {
  readonly entropy: Nats;
  /** The profile of as many draws as the sample has. */
  draw(rng: Rng): CountProfile;
}

/**
 * The population as Chao and Jost reconstruct it: what was seen keeps its frequency, less so the rarer, and the mass that was not seen is shared evenly by `unseen` outcomes.
 *
 * @see Chao & Jost (2015), Estimating Diversity and Entropy Profiles via Discovery Rates of New Species, Methods Ecol. Evol. 6, appendix S2.
 */
export function referencePopulation(profile: CountProfile, unseen: number): ReferencePopulation {
  const { n } = profile;
  const mass = unseen > 0 ? (timesOf(profile, 1) / n) * (1 - rareRate(profile)) : 0;
  const missed = (count: number) => (1 - count / n) ** n;
  const scale = mass === 0 ? 0 : mass / sumOverSeen(profile, (count) => (count / n) * missed(count));
  const frequency = (count: number) => (count / n) * (1 - scale * missed(count));
  const weights = [mass];
  profile.sizes.forEach((size, k) => {
    for (let i = 0; i < profile.times[k]; i++) weights.push(frequency(size));
  });
  const ofSeen = sumOverSeen(profile, (count) => 0 - frequency(count) * Math.log(frequency(count)));
  return {
    entropy: mass === 0 ? ofSeen : ofSeen + mass * Math.log(unseen / mass),
    draw(rng) {
      const [fresh, ...found] = multinomial(weights, n, rng);
      const timesOfFresh = new Map<number, number>();
      for (let i = 0; i < fresh; i++) {
        const outcome = Math.floor(rng.next() * unseen);
        timesOfFresh.set(outcome, (timesOfFresh.get(outcome) ?? 0) + 1);
      }
      return tally([...found, ...timesOfFresh.values()]);
    },
  };
}
