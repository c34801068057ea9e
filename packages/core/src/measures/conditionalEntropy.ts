import { expectAxes } from "../distributions/axes.ts";
import type { JointTable } from "../distributions/jointTable.ts";
import { axisSums, sumsOfOthers } from "../numeric/axisSums.ts";
import { compensatedSum } from "../numeric/compensatedSum.ts";
import type { Nats } from "../units.ts";

/**
 * Conditional entropy H(A|C) = Σ p(a,c) ln(p(c)/p(a,c)): what is still unknown of A once C is known.
 *
 * Each term is p·ln(1 + p′/p), where p′ sums the other values of A beside the same c: an A that is nearly determined keeps its digits.
 *
 * @param t A joint table.
 * @param of The axes of A.
 * @param given The axes of C; with none of them it is H(A). Axes in neither group are summed out.
 * @returns Nats, in [0, H(A)] up to rounding; relative error at most 10·2⁻⁵³.
 * @throws RangeError if an axis does not exist or is named twice.
 * @see Cover & Thomas (2006), Elements of Information Theory, §2.2.
 * @example inUnit(conditionalEntropy(jointTable([0.5, 0, 0.25, 0.25], [2, 2]), [1], [0]), "bits") // 0.5
 */
export function conditionalEntropy(t: JointTable, of: readonly number[], given: readonly number[]): Nats {
  expectAxes("conditionalEntropy", t, { of, given });
  return entropyWithin(t, of, given);
}

/** The same without its door, for the measures that are made of it. */
export function entropyWithin(t: JointTable, of: readonly number[], given: readonly number[]): Nats {
  const cells = axisSums(t.p, t.shape, [...given, ...of]);
  const width = of.reduce((product, axis) => product * t.shape[axis], 1);
  const others = sumsOfOthers(cells, width, 1);
  return compensatedSum(cells.high.length, (i) => {
    const [p, rest] = [cells.high[i], others.high[i]];
    if (p === 0 || rest === 0) return 0;
    const odds = rest / p;
    return p * (odds < Infinity ? Math.log1p(odds) : Math.log(rest) - Math.log(p));
  });
}
