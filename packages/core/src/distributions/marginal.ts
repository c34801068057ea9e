import { axisSums } from "../numeric/axisSums.ts";
import { expectAxes } from "./axes.ts";
import type { JointTable } from "./jointTable.ts";
import { ofKind } from "./kinds.ts";

/**
 * The joint distribution of some of the variables of a table: the others are summed out.
 *
 * @param t A joint table.
 * @param axes The variables to keep, in the order they shall have; all of them in another order transposes the table.
 * @returns A joint table with shape `axes.map((axis) => t.shape[axis])`; each entry the exact sum, rounded once (and to 1 if above).
 * @throws RangeError if an axis does not exist or is named twice.
 * @example marginal(jointTable([0.125, 0.125, 0.25, 0.5], [2, 2]), [0]).p // [0.25, 0.75]
 */
export function marginal(t: JointTable, axes: readonly number[]): JointTable {
  expectAxes("marginal", t, { axes });
  const { high } = axisSums(t.p, t.shape, axes);
  return {
    p: ofKind(
      "probabilities",
      high.map((x) => Math.min(1, x)),
    ),
    shape: axes.map((axis) => t.shape[axis]),
  };
}
