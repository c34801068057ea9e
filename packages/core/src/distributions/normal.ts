import type { Rng } from "../rng.ts";
import type { Nats } from "../units.ts";
import type { Density } from "./density.ts";
import { expectFinite, expectPositive } from "./parameter.ts";
import { standardNormal } from "./standardNormal.ts";

/** A normal distribution on the line; made by {@link normal}. */
export type Normal = Density & {
  readonly family: "normal";
  readonly mean: number;
  readonly sd: number;
  readonly support: readonly [number, number];
  readonly landmarks: readonly number[];
  /** Differential entropy, ½ ln(2πe σ²). */
  entropy(): Nats;
  sample(rng: Rng): number;
};

const halfLogTwoPi = 0.9189385332046727;
// In standard deviations; 10⁻³⁷ of the mass lies beyond the last.
const widths = [-13, -8, -4, -1.5, 1.5, 4, 8, 13];

/**
 * The normal distribution N(mean, sd²).
 *
 * @param mean Its mean μ, finite.
 * @param sd Its standard deviation σ > 0 (not the variance).
 * @throws RangeError if a parameter is not finite, sd ≤ 0, or mean ± 13 sd overflow.
 * @example normal(0, 1).logDensity(0) // -0.9189385332046727
 * @example normal(0, 1).entropy() // 1.4189385332046727
 * @example normal(0, 0) // throws RangeError: normal: sd is 0, expected a number above 0
 */
export function normal(mean: number, sd: number): Normal {
  expectFinite("normal", "mean", mean);
  expectPositive("normal", "sd", sd);
  if (!Number.isFinite(Math.abs(mean) + 13 * sd))
    throw new RangeError(`normal: sd is ${sd}, expected one for which mean ± 13 sd are numbers`);
  const logScale = Math.log(sd) + halfLogTwoPi;
  const landmarks = widths.map((z) => mean + z * sd);
  return {
    family: "normal",
    mean,
    sd,
    support: [-Infinity, Infinity],
    window: [landmarks[0], landmarks[landmarks.length - 1]],
    landmarks,
    logDensity: (x) => {
      const z = (x - mean) / sd;
      return -0.5 * z * z - logScale;
    },
    entropy: () => 0.5 + logScale,
    sample: (rng) => mean + sd * standardNormal(rng),
  };
}
