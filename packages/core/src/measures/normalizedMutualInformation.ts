import { expectTwoGroups } from "../distributions/axes.ts";
import type { JointTable } from "../distributions/jointTable.ts";
import type { Nats } from "../units.ts";
import { entropyWithin } from "./conditionalEntropy.ts";
import { dependence } from "./dependence.ts";

/** What the mutual information is divided by: H(A,B), or the smaller, larger, arithmetic or geometric mean of H(A) and H(B). */
export type Normalizer = "joint" | "min" | "max" | "arithmetic" | "geometric";

const divisors: Record<Normalizer, (ofA: Nats, ofB: Nats, joint: Nats) => Nats> = {
  joint: (_ofA, _ofB, joint) => joint,
  min: (ofA, ofB) => Math.min(ofA, ofB),
  max: (ofA, ofB) => Math.max(ofA, ofB),
  arithmetic: (ofA, ofB) => (ofA + ofB) / 2,
  geometric: (ofA, ofB) => Math.sqrt(ofA) * Math.sqrt(ofB),
};

/**
 * Mutual information as a share of an entropy: 0 for independent variables, 1 when each is a function of the other ("min": when one is).
 *
 * Where the divisor is 0 the value is the limit: a constant beside a varying variable gives 0 with "geometric"; two constants give 1, and so does
 * "min" with one constant, which is a function of anything.
 *
 * @param t A joint table.
 * @param by The divisor: "joint", "min", "max", "arithmetic" or "geometric". There is no default, for none is customary everywhere.
 * @param a The axes of A; the first axis if not given.
 * @param b The axes of B; all axes not in `a` if not given. Axes in neither are summed out.
 * @returns A ratio in [0, 1]; relative error at most 50·2⁻⁵³ where that of `mutualInformation` is at most 30·2⁻⁵³.
 * @throws RangeError if `by` is none of the five, or an axis does not exist or is named twice.
 * @see Vinh, Epps & Bailey (2010), Information Theoretic Measures for Clusterings Comparison, JMLR 11.
 * @example normalizedMutualInformation(jointTable([0.5, 0, 0.25, 0.25], [2, 2]), "max").toFixed(4) // "0.3113"
 */
export function normalizedMutualInformation(
  t: JointTable,
  by: Normalizer,
  a?: readonly number[],
  b?: readonly number[],
): number {
  const [axesA, axesB] = expectTwoGroups("normalizedMutualInformation", t, a, b);
  if (!Object.hasOwn(divisors, by))
    throw new RangeError(
      `normalizedMutualInformation: by is ${by}, expected one of ${Object.keys(divisors).join(", ")}`,
    );
  const [ofA, ofB, joint] = [axesA, axesB, [...axesA, ...axesB]].map((axes) => entropyWithin(t, axes, []));
  const divisor = divisors[by](ofA, ofB, joint);
  if (divisor === 0) return by === "geometric" && ofA !== ofB ? 0 : 1;
  return Math.min(1, dependence(t, axesA, axesB, []) / divisor);
}
