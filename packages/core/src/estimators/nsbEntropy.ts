import type { Counts } from "../distributions/kinds.ts";
import { refine } from "../numeric/adaptive.ts";
import { trigammaExcess } from "../numeric/digamma.ts";
import { panel } from "../numeric/gaussKronrod.ts";
import { logRisingFactorial } from "../numeric/logRisingFactorial.ts";
import { type CountProfile, expectAlphabet, profileOf, sumOverSeen } from "./countProfile.ts";
import { dirichletMoments, type Posterior } from "./dirichletEntropy.ts";

/**
 * Nemenman, Shafee and Bialek's estimate: Dirichlet priors of all concentrations, mixed so that the entropy to be expected beforehand is spread evenly over [0, ln
 * alphabet]. Draws that coincide say which. Mean and standard deviation of the posterior.
 *
 * @param sample Whole counts, or their profile.
 * @param alphabet How many outcomes there are, seen or not; as many as are listed unless given. A guess that is too large costs little.
 * @returns Nats, the mean in [0, ln alphabet]; relative error of either about 10⁻⁸.
 * @throws RangeError if a count is not whole, or the alphabet is smaller than what was seen.
 * @see Nemenman, Shafee & Bialek (2002), Entropy and Inference, Revisited, NIPS 14; Archer, Park & Pillow (2014), JMLR 15, for the variance.
 * @example nsbEntropy(counts([4, 2, 1, 1]), 20).mean.toFixed(4) // "1.7256"
 */
export function nsbEntropy(sample: Counts | CountProfile, alphabet?: number): Posterior {
  const profile = profileOf("nsbEntropy", sample);
  const outcomes = alphabet ?? profile.listed;
  expectAlphabet("nsbEntropy", outcomes, profile);
  if (outcomes === 1) return { mean: 0, sd: 0 };
  const logWeight = (logBeta: number) =>
    logBeta +
    logEvidence(profile, Math.exp(logBeta), outcomes) +
    Math.log(meanSlope(Math.exp(logBeta), outcomes));
  const peak = highest(logWeight);
  const top = logWeight(peak);
  const pivot = dirichletMoments(profile, Math.exp(peak), outcomes).mean;
  const write = (logBeta: number, into: Float64Array) => {
    const weight = Math.exp(logWeight(logBeta) - top);
    const { mean, variance } = dirichletMoments(profile, Math.exp(logBeta), outcomes);
    into[0] = weight;
    into[1] = weight * (mean - pivot);
    into[2] = weight * ((mean - pivot) ** 2 + variance);
    for (let i = 0; i < 3; i++) into[3 + i] = Math.abs(into[i]) * rounding;
  };
  const ends = [peak - reach(logWeight, peak, -1), peak, peak + reach(logWeight, peak, 1)];
  const start = [panel(write, 3, ends[0], ends[1]), panel(write, 3, ends[1], ends[2])];
  const { values } = refine(write, start, ({ sizes }) => sizes.map((size) => 1e-9 * size), 20_000);
  const shift = values[1] / values[0];
  return { mean: pivot + shift, sd: Math.sqrt(Math.max(0, values[2] / values[0] - shift ** 2)) };
}

const rounding = 2 ** -40;

/** ln of the probability of the counts given the weight β on each outcome, but for what does not depend on β. */
function logEvidence(profile: CountProfile, beta: number, outcomes: number): number {
  return (
    sumOverSeen(profile, (count) => logRisingFactorial(beta, count)) -
    logRisingFactorial(outcomes * beta, profile.n)
  );
}

/** d/dβ of ψ(Kβ + 1) − ψ(β + 1), the entropy to be expected beforehand; above 0. */
function meanSlope(beta: number, outcomes: number): number {
  const [all, one] = [outcomes * beta + 1, beta + 1];
  return (outcomes - 1) / (all * one) + (outcomes * trigammaExcess(all)) / all - trigammaExcess(one) / one;
}

// Where the search begins and ends: beyond, the weight has no mass for any counts that fit into a double.
const [lowest, highestEnd, grid] = [-60, 80, 0.5];

function highest(f: (x: number) => number): number {
  let best = lowest;
  for (let x = lowest; x <= highestEnd; x += grid) if (f(x) > f(best)) best = x;
  for (let step = grid / 2; step > 1e-3; step /= 2)
    for (const x of [best - step, best + step]) if (f(x) > f(best)) best = x;
  return best;
}

/** How far from its peak a function has fallen by e⁴⁵ for good. */
function reach(f: (x: number) => number, peak: number, side: number): number {
  let far = 1e-3;
  while (f(peak + side * far) > f(peak) - 45) far *= 1.5;
  return far;
}
