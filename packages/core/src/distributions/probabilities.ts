import { compensatedSum } from "../numeric/compensatedSum.ts";
import { checkedCopy } from "./checkedCopy.ts";
import { ofKind, type Plain, type Probabilities } from "./kinds.ts";
import { unitRoundoff } from "./unitRoundoff.ts";

/**
 * Checks that numbers are a probability distribution, and copies them.
 *
 * The sum may miss 1 by n·2u, where u is the unit roundoff (2⁻⁵³; 2⁻²⁴ for a `Float32Array`): a sum of n weights accumulated
 * one by one is off by at most (n − 1)·u relatively, each division by it adds u, so Σp misses 1 by n·u to first order; the
 * factor 2 pays for the higher orders and for one more rounding of each value. What misses by more was never normalised.
 *
 * @param values n ≥ 1 numbers in [0, 1] that sum to 1.
 * @throws RangeError if a value is NaN or outside [0, 1], or the sum misses 1; the message names the index, or by how much.
 * @example probabilities([0.5, 0.4, 0.1]).length // 3
 * @example probabilities([0.5, 0.4]) // throws RangeError: probabilities: values sum to 0.9, off by -0.1, expected 1 within 4.4e-16; normalize(values) makes it so
 */
export function probabilities(values: Plain | Probabilities): Probabilities {
  return probabilitiesOf("probabilities", "values", values);
}

/** The same for an argument of another function, which messages then name. */
export function probabilitiesOf(where: string, name: string, values: Plain | Probabilities): Probabilities {
  const copy = checkedCopy(
    where,
    name,
    values,
    (x) => x >= 0 && x <= 1,
    "a probability in [0, 1]",
    "probabilities",
  );
  const excess = compensatedSum(copy.length + 1, (i) => (i === 0 ? -1 : copy[i - 1]));
  const tolerance = copy.length * 2 * unitRoundoff(values);
  if (Math.abs(excess) > tolerance)
    throw new RangeError(
      `${where}: ${name} sum to ${1 + excess}, off by ${Number(excess.toPrecision(3))}, ` +
        `expected 1 within ${tolerance.toPrecision(2)}; normalize(${name}) makes it so`,
    );
  return ofKind("probabilities", copy);
}
