import type { Plain, Probabilities } from "../distributions/kinds.ts";
import { expectKind } from "../distributions/kinds.ts";
import { expectPositive } from "../distributions/parameter.ts";
import { klDivergence } from "../measures/klDivergence.ts";
import { compensatedSum } from "../numeric/compensatedSum.ts";
import type { Nats } from "../units.ts";
import { optimalPolicy } from "./optimalPolicy.ts";
import { perOutcome } from "./perOutcome.ts";

/** A step that was held in a trust region. */
export interface TrustRegionStep {
  readonly policy: Probabilities;
  /** Logits moved by this times the advantages. */
  readonly length: number;
  /** D(old‖policy), at most the radius. */
  readonly divergence: Nats;
  /** How often the first length, which is right to second order, had to be halved. */
  readonly halvings: number;
}

/**
 * The step of trust region policy optimisation for a categorical policy: along the natural gradient as far as D(old‖policy) ≤ radius allows, by its
 * quadratic approximation, then halved until that holds.
 *
 * By the logits of a softmax the natural gradient of E[A] is A itself, the Fisher matrix taken off q·(A − E[A]). So the step is old·exp(ηA), with
 * η = √(2·radius/Var[A]) to begin with.
 *
 * @param old k probabilities.
 * @param advantages A, k numbers, finite where old > 0; a constant added to them changes nothing.
 * @param radius Nats, above 0.
 * @returns The new policy, under which the mean of A is no less.
 * @throws RangeError if lengths differ, an advantage that counts is infinite or the radius is not a finite number above 0.
 * @see Schulman et al. (2015), Trust Region Policy Optimization; Kakade (2001), A Natural Policy Gradient.
 * @example trustRegionStep(probabilities([0.5, 0.5]), [1, -1], 0.02).length.toFixed(6) // "0.200000"
 */
export function trustRegionStep(old: Probabilities, advantages: Plain, radius: Nats): TrustRegionStep {
  const where = "trustRegionStep";
  expectKind(where, "old", old, "probabilities");
  expectPositive(where, "radius", radius);
  const values = perOutcome(where, "advantages", advantages, old.length);
  values.forEach((advantage, x) => {
    if (old[x] > 0 && !Number.isFinite(advantage))
      throw new RangeError(`${where}: advantages[${x}] is ${advantage}, expected a finite number`);
  });
  const average = (of: (x: number) => number) =>
    compensatedSum(old.length, (x) => (old[x] > 0 ? old[x] * of(x) : 0));
  const mean = average((x) => values[x]);
  const variance = average((x) => (values[x] - mean) ** 2);
  const centred = values.map((advantage, x) => (old[x] > 0 ? advantage - mean : 0));
  if (variance === 0) return { policy: old, length: 0, divergence: 0, halvings: 0 };
  for (let halvings = 0; ; halvings++) {
    const length = Math.sqrt((2 * radius) / variance) / 2 ** halvings;
    const { policy } = optimalPolicy(
      old,
      centred.map((advantage) => length * advantage),
      1,
    );
    const divergence = klDivergence(old, policy);
    if (divergence <= radius) return { policy, length, divergence, halvings };
  }
}
