import { expectAxes } from "../distributions/axes.ts";
import type { JointTable } from "../distributions/jointTable.ts";
import type { Nats } from "../units.ts";
import { dependence } from "./dependence.ts";

/**
 * Conditional mutual information I(A;B|C) = Σ p(a,b,c) ln(p(a,b,c)·p(c)/(p(a,c)·p(b,c))): what A and B still say about each other once C
 * is known.
 *
 * @param t A joint table.
 * @param a The axes of A.
 * @param b The axes of B.
 * @param given The axes of C; with none of them this is `mutualInformation(t, a, b)`. Axes in no group are summed out.
 * @returns Nats, in [0, min(H(A|C), H(B|C))] up to rounding; relative error as for `mutualInformation`.
 * @throws RangeError if an axis does not exist or is named twice.
 * @see Cover & Thomas (2006), Elements of Information Theory, §2.5.
 * @example
 * const xor = jointTable([0.25, 0, 0, 0.25, 0, 0.25, 0.25, 0], [2, 2, 2]);
 * inUnit(conditionalMutualInformation(xor, [0], [1], [2]), "bits") // 1
 */
export function conditionalMutualInformation(
  t: JointTable,
  a: readonly number[],
  b: readonly number[],
  given: readonly number[],
): Nats {
  expectAxes("conditionalMutualInformation", t, { a, b, given });
  return dependence(t, a, b, given);
}
