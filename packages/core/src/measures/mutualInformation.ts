import { expectTwoGroups } from "../distributions/axes.ts";
import type { JointTable } from "../distributions/jointTable.ts";
import type { Nats } from "../units.ts";
import { dependence } from "./dependence.ts";

/**
 * Mutual information I(A;B) = Σ p(a,b) ln(p(a,b)/(p(a)·p(b))): how much knowing one says about the other; the KL divergence from the
 * product of the marginals to the joint distribution.
 *
 * Never negative, and with its digits kept next to independence: marginals are held to 106 bits, and a table whose sum S misses 1 by a
 * little is compared with p(a)·p(b)/S. For the same reason I = H(A) + H(B) − H(A,B) holds to within |S − 1|.
 *
 * @param t A joint table.
 * @param a The axes of A; the first axis if not given. Several axes are one variable together.
 * @param b The axes of B; all axes not in `a` if not given. Axes in neither are summed out.
 * @returns Nats, in [0, min(H(A), H(B))] up to rounding; relative error at most 30·2⁻⁵³ + δ·√(2/I) with δ = (12m + 20)·2⁻¹⁰⁶ for m
 *   cells: below 10⁻¹⁴ while I > 10⁻³⁰, for ten cells. What underflows (terms under 10⁻³⁰⁸) is lost.
 * @throws RangeError if an axis does not exist or is named twice.
 * @see Cover & Thomas (2006), Elements of Information Theory, §2.3.
 * @example inUnit(mutualInformation(jointTable([0.5, 0, 0, 0.5], [2, 2])), "bits") // 1
 * @example mutualInformation(jointTable([0.25, 0.25, 0.25, 0.25], [2, 2])) // 0
 */
export function mutualInformation(t: JointTable, a?: readonly number[], b?: readonly number[]): Nats {
  const [axesA, axesB] = expectTwoGroups("mutualInformation", t, a, b);
  return dependence(t, axesA, axesB, []);
}
