import { compensatedSum } from "../numeric/compensatedSum.ts";
import type { Rng } from "../rng.ts";
import { aliasTable } from "./aliasTable.ts";
import type { Density } from "./density.ts";
import { mixtureCrossings } from "./mixtureCrossings.ts";
import { normal } from "./normal.ts";
import { expectFinite, expectPositive } from "./parameter.ts";
import { probabilitiesOf } from "./probabilities.ts";

/** One normal distribution of a mixture, and its share. */
export type MixtureComponent = { readonly weight: number; readonly mean: number; readonly sd: number };

/** A mixture of normal distributions on the line; made by {@link gaussianMixture}. Its entropy has no closed form. */
export type GaussianMixture = Density & {
  readonly family: "gaussianMixture";
  readonly components: readonly MixtureComponent[];
  readonly mean: number;
  readonly sd: number;
  readonly support: readonly [number, number];
  readonly landmarks: readonly number[];
  sample(rng: Rng): number;
};

/**
 * A mixture of normal distributions, Σ wᵢ N(μᵢ, σᵢ²).
 *
 * @param components At least one; weights in [0, 1] that sum to 1 (as {@link probabilities} asks), means finite, sds > 0.
 * @throws RangeError if weights, means or sds are not so, with the index of the component.
 * @example
 * const bumps = gaussianMixture([
 *   { weight: 0.5, mean: -3, sd: 4 },
 *   { weight: 0.5, mean: 3, sd: 4 },
 * ]);
 * [bumps.mean, bumps.sd] // [0, 5]
 */
export function gaussianMixture(components: readonly MixtureComponent[]): GaussianMixture {
  if (!Array.isArray(components))
    throw new TypeError(`gaussianMixture: components is ${components}, expected an array of components`);
  const weights = components.map(({ weight }) => weight);
  const table = aliasTable(probabilitiesOf("gaussianMixture", "weights", weights));
  components.forEach(({ mean, sd }, i) => {
    expectFinite("gaussianMixture", `components[${i}].mean`, mean);
    expectPositive("gaussianMixture", `components[${i}].sd`, sd);
  });
  const parts = components.map(({ mean, sd }) => normal(mean, sd));
  const present = components.filter(({ weight }) => weight > 0);
  const shares = present.map(({ weight, mean, sd }) => ({
    logWeight: Math.log(weight),
    ...normal(mean, sd),
  }));
  const mean = compensatedSum(present.length, (i) => present[i].weight * present[i].mean);
  // In units of the greatest deviation, so that no square overflows or underflows.
  const unit = Math.max(...present.map((part) => Math.max(part.sd, Math.abs(part.mean - mean))));
  const variance = compensatedSum(
    present.length,
    (i) => present[i].weight * ((present[i].sd / unit) ** 2 + ((present[i].mean - mean) / unit) ** 2),
  );
  const marks = shares.flatMap(({ landmarks }) => landmarks);
  const logTerm = (i: number, x: number) => shares[i].logWeight + shares[i].logDensity(x);
  const terms = new Float64Array(shares.length);
  return {
    family: "gaussianMixture",
    components: components.map(({ weight, mean, sd }) => ({ weight, mean, sd })),
    mean,
    sd: unit * Math.sqrt(variance),
    support: [-Infinity, Infinity],
    window: [Math.min(...marks), Math.max(...marks)],
    landmarks: [...marks, ...mixtureCrossings(present, logTerm)].sort((a, b) => a - b),
    logDensity: (x) => {
      let greatest = -Infinity;
      for (let i = 0; i < terms.length; i++) {
        terms[i] = logTerm(i, x);
        if (terms[i] > greatest) greatest = terms[i];
      }
      if (greatest === -Infinity) return greatest;
      let sum = 0;
      for (let i = 0; i < terms.length; i++) sum += Math.exp(terms[i] - greatest);
      return greatest + Math.log(sum);
    },
    sample: (rng) => parts[table.sample(rng)].sample(rng),
  };
}
