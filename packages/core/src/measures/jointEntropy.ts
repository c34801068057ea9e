import { expectAxes } from "../distributions/axes.ts";
import type { JointTable } from "../distributions/jointTable.ts";
import type { Nats } from "../units.ts";
import { entropy } from "./entropy.ts";

/**
 * Joint entropy H(X₀, X₁, …) = −Σ p ln p over all cells of a table: the `entropy` of its probabilities.
 *
 * @param t A joint table; `marginal` makes one of some of its variables.
 * @returns Nats, in [0, ln Π shape]; relative error as for `entropy`.
 * @see Cover & Thomas (2006), Elements of Information Theory, §2.2.
 * @example inUnit(jointEntropy(jointTable([0.5, 0.25, 0.125, 0.125], [2, 2])), "bits") // 1.75
 */
export function jointEntropy(t: JointTable): Nats {
  expectAxes("jointEntropy", t, {});
  return entropy(t.p);
}
