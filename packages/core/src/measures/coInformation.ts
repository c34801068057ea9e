import { expectAxes } from "../distributions/axes.ts";
import type { JointTable } from "../distributions/jointTable.ts";
import { compensatedSum } from "../numeric/compensatedSum.ts";
import type { Nats } from "../units.ts";
import { entropyWithin } from "./conditionalEntropy.ts";
import { dependence } from "./dependence.ts";

/**
 * Co-information (interaction information, with the sign that makes two variables' equal to their mutual information):
 * I(X;Y;Z) = I(X;Y) − I(X;Y|Z), and so on for more variables. Positive where variables repeat one another, negative where they say
 * something only together: three copies of a fair coin have 1 bit, X, Y and X xor Y have −1.
 *
 * Computed as Σ (−1)^|T| I(X₀;X₁|T) over all subsets T of the other variables; for one variable it is H(X₀). A signed difference: each
 * term I has relative error at most 30·2⁻⁵³, so the whole is off by at most 32·2⁻⁵³·Σ I(X₀;X₁|T), absolutely; where the terms
 * nearly cancel few digits are left.
 *
 * @param t A joint table with n ≥ 1 axes. Takes time 2ⁿ⁻² times that of a mutual information.
 * @returns Nats, of either sign; symmetric in the variables.
 * @see Bell (2003), The Co-Information Lattice.
 * @example inUnit(coInformation(jointTable([0.25, 0, 0, 0.25, 0, 0.25, 0.25, 0], [2, 2, 2])), "bits") // -1
 */
export function coInformation(t: JointTable): Nats {
  expectAxes("coInformation", t, {});
  if (t.shape.length < 2) return entropyWithin(t, [...t.shape.keys()], []);
  // A constant shares nothing with anything; and without constants 2ⁿ is no more than the number of cells.
  if (t.shape.includes(1)) return 0;
  const others = [...t.shape.keys()].slice(2);
  return compensatedSum(2 ** others.length, (subset) => {
    const given = others.filter((_, i) => (subset >> i) % 2 !== 0);
    return (-1) ** given.length * dependence(t, [0], [1], given);
  });
}
