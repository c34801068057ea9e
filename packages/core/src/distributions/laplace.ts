import type { Rng } from "../rng.ts";
import type { Nats } from "../units.ts";
import type { Density } from "./density.ts";
import { exponentialWidths } from "./exponential.ts";
import { expectFinite, expectPositive } from "./parameter.ts";

/** A Laplace (two-sided exponential) distribution; made by {@link laplace}. */
export type Laplace = Density & {
  readonly family: "laplace";
  readonly location: number;
  readonly scale: number;
  readonly mean: number;
  readonly sd: number;
  readonly support: readonly [number, number];
  readonly landmarks: readonly number[];
  /** Differential entropy, 1 + ln(2·scale). */
  entropy(): Nats;
  sample(rng: Rng): number;
};

/**
 * The Laplace distribution with density e^(−|x − location|/scale) / (2·scale).
 *
 * @param location Its mean and median, finite.
 * @param scale b > 0; the standard deviation is b√2.
 * @throws RangeError if a parameter is not finite, scale ≤ 0, or location ± 90 scale overflow.
 * @example laplace(0, 0.5).entropy() // 1
 */
export function laplace(location: number, scale: number): Laplace {
  expectFinite("laplace", "location", location);
  expectPositive("laplace", "scale", scale);
  if (!Number.isFinite(Math.abs(location) + 90 * scale))
    throw new RangeError(
      `laplace: scale is ${scale}, expected one for which location ± 90 scale are numbers`,
    );
  const logHeight = -Math.log(2 * scale);
  const right = exponentialWidths.map((x) => location + x * scale);
  const left = exponentialWidths.slice(1).map((x) => location - x * scale);
  const landmarks = [...left.reverse(), ...right];
  return {
    family: "laplace",
    location,
    scale,
    mean: location,
    sd: scale * Math.SQRT2,
    support: [-Infinity, Infinity],
    window: [landmarks[0], landmarks[landmarks.length - 1]],
    landmarks,
    logDensity: (x) => logHeight - Math.abs(x - location) / scale,
    entropy: () => 1 - logHeight,
    sample: (rng) => {
      const side = rng.next() < 0.5 ? -1 : 1;
      return location - side * scale * Math.log1p(-rng.next());
    },
  };
}
