import { expectTwoGroups } from "../distributions/axes.ts";
import type { JointTable } from "../distributions/jointTable.ts";
import type { Nats } from "../units.ts";
import { entropyWithin } from "./conditionalEntropy.ts";

/**
 * Variation of information VI(A,B) = H(A|B) + H(B|A): what the two variables do not share. A distance: 0 exactly when each is a function of
 * the other, symmetric, and it obeys the triangle inequality.
 *
 * @param t A joint table.
 * @param a The axes of A; the first axis if not given.
 * @param b The axes of B; all axes not in `a` if not given. Axes in neither are summed out.
 * @returns Nats, in [0, H(A,B)] up to rounding; relative error at most 11·2⁻⁵³.
 * @throws RangeError if an axis does not exist or is named twice.
 * @see Meilă (2007), Comparing Clusterings: An Information Based Distance.
 * @example inUnit(variationOfInformation(jointTable([0.25, 0.25, 0.25, 0.25], [2, 2])), "bits") // 2
 */
export function variationOfInformation(t: JointTable, a?: readonly number[], b?: readonly number[]): Nats {
  const [axesA, axesB] = expectTwoGroups("variationOfInformation", t, a, b);
  return entropyWithin(t, axesA, axesB) + entropyWithin(t, axesB, axesA);
}
