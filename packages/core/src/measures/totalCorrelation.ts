import { expectAxes } from "../distributions/axes.ts";
import type { JointTable } from "../distributions/jointTable.ts";
import { compensatedSum } from "../numeric/compensatedSum.ts";
import type { Nats } from "../units.ts";
import { dependence } from "./dependence.ts";

/**
 * Total correlation TC = Σ H(Xᵢ) − H(X₀, X₁, …): the KL divergence from the product of all marginals to the joint distribution. For two
 * variables it is their mutual information.
 *
 * Computed as I(X₀;X₁) + I(X₀X₁;X₂) + I(X₀X₁X₂;X₃) + …, whose terms are all ≥ 0, so nothing cancels.
 *
 * @param t A joint table.
 * @returns Nats, in [0, ∞); 0 for independent variables. Relative error as for `mutualInformation`.
 * @see Watanabe (1960), Information Theoretical Analysis of Multivariate Correlation.
 * @example inUnit(totalCorrelation(jointTable([0.5, 0, 0, 0, 0, 0, 0, 0.5], [2, 2, 2])), "bits") // 2
 */
export function totalCorrelation(t: JointTable): Nats {
  expectAxes("totalCorrelation", t, {});
  const axes = [...t.shape.keys()];
  return compensatedSum(axes.length, (i) => dependence(t, axes.slice(0, i), [i], []));
}
