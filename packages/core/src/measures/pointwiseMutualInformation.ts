import { expectTwoGroups } from "../distributions/axes.ts";
import type { JointTable } from "../distributions/jointTable.ts";
import { lifts } from "./dependence.ts";

/**
 * Pointwise mutual information ln(p(a,b)/(p(a)·p(b))) of every pair of values: positive where they come together more often than independent
 * ones would, 0 where just as often. Its mean under the table is the mutual information.
 *
 * @param t A joint table.
 * @param a The axes of A; the first axis if not given.
 * @param b The axes of B; all axes not in `a` if not given. Axes in neither are summed out.
 * @returns Nats, one for each pair, in the order of `marginal(t, [...a, ...b]).p`; −∞ for a pair that never comes though both values do,
 *   0 where one of the values never comes. Relative error at most 10·2⁻⁵³, plus (12m + 20)·2⁻¹⁰⁶ absolutely for m cells.
 * @throws RangeError if an axis does not exist or is named twice.
 * @see Church & Hanks (1990), Word Association Norms, Mutual Information, and Lexicography.
 * @example pointwiseMutualInformation(jointTable([0.5, 0, 0, 0.5], [2, 2])) // [Math.LN2, -Infinity, -Infinity, Math.LN2]
 */
export function pointwiseMutualInformation(
  t: JointTable,
  a?: readonly number[],
  b?: readonly number[],
): Float64Array {
  const [axesA, axesB] = expectTwoGroups("pointwiseMutualInformation", t, a, b);
  return lifts(t, axesA, axesB);
}
