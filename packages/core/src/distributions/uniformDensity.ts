import type { Rng } from "../rng.ts";
import type { Nats } from "../units.ts";
import type { Density } from "./density.ts";
import { expectFinite } from "./parameter.ts";

/** A uniform distribution on an interval; made by {@link uniformDensity}. */
export type UniformDensity = Density & {
  readonly family: "uniform";
  readonly from: number;
  readonly to: number;
  readonly mean: number;
  readonly sd: number;
  readonly support: readonly [number, number];
  readonly landmarks: readonly number[];
  /** Differential entropy, ln(to − from); negative on an interval shorter than 1. */
  entropy(): Nats;
  sample(rng: Rng): number;
};

/**
 * The uniform distribution on [from, to].
 *
 * @throws RangeError if an end is not finite, from ≥ to, or the length overflows.
 * @example uniformDensity(0, 0.5).entropy() // -0.6931471805599453
 * @example uniformDensity(0, 2).logDensity(3) // -Infinity
 */
export function uniformDensity(from: number, to: number): UniformDensity {
  expectFinite("uniformDensity", "from", from);
  expectFinite("uniformDensity", "to", to);
  const length = to - from;
  if (!(length > 0 && length < Infinity))
    throw new RangeError(
      `uniformDensity: to is ${to}, expected a number above ${from}, at a finite distance`,
    );
  const entropy = Math.log(length);
  return {
    family: "uniform",
    from,
    to,
    mean: from / 2 + to / 2,
    sd: length / Math.sqrt(12),
    support: [from, to],
    window: [from, to],
    landmarks: [from, to],
    logDensity: (x) => (x >= from && x <= to ? -entropy : -Infinity),
    entropy: () => entropy,
    sample: (rng) => from + length * rng.next(),
  };
}
