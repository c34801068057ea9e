import type { Rng } from "../rng.ts";
import type { Nats } from "../units.ts";
import type { Density } from "./density.ts";
import { expectPositive } from "./parameter.ts";

/** An exponential distribution, on [0, ∞); made by {@link exponential}. */
export type Exponential = Density & {
  readonly family: "exponential";
  readonly rate: number;
  readonly mean: number;
  readonly sd: number;
  readonly support: readonly [number, number];
  readonly landmarks: readonly number[];
  /** Differential entropy, 1 − ln(rate). */
  entropy(): Nats;
  sample(rng: Rng): number;
};

/** In multiples of the scale: where e^(−x) changes; 10⁻³⁹ of the mass lies beyond the last. */
export const exponentialWidths = [0, 2, 6, 14, 30, 55, 90];

/**
 * The exponential distribution with density rate·e^(−rate·x) on x ≥ 0.
 *
 * @param rate Finite, above 0; the mean is 1/rate.
 * @throws RangeError if the rate is not so, or so small that 90/rate overflows.
 * @example exponential(1).entropy() // 1
 * @example exponential(2).logDensity(-1) // -Infinity
 */
export function exponential(rate: number): Exponential {
  expectPositive("exponential", "rate", rate);
  const landmarks = exponentialWidths.map((x) => x / rate);
  const end = landmarks[landmarks.length - 1];
  if (!Number.isFinite(end))
    throw new RangeError(`exponential: rate is ${rate}, expected one whose mean is a number`);
  const logRate = Math.log(rate);
  return {
    family: "exponential",
    rate,
    mean: 1 / rate,
    sd: 1 / rate,
    support: [0, Infinity],
    window: [0, end],
    landmarks,
    logDensity: (x) => (x >= 0 ? logRate - rate * x : -Infinity),
    entropy: () => 1 - logRate,
    sample: (rng) => -Math.log1p(-rng.next()) / rate,
  };
}
