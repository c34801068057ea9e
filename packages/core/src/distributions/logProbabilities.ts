import { compensatedSum } from "../numeric/compensatedSum.ts";
import { checkedCopy } from "./checkedCopy.ts";
import { type LogProbabilities, ofKind, type Plain } from "./kinds.ts";
import { unitRoundoff } from "./unitRoundoff.ts";

/**
 * Checks that numbers are the natural logarithms of a probability distribution, and copies them.
 *
 * Their exponentials may miss the sum 1 by 2u·(n + H + 710), with u the unit roundoff (2⁻⁵³; 2⁻²⁴ for a `Float32Array`) and H =
 * −Σ eˡ·l: the sum inside the log-normaliser is off by n·u, its logarithm (at most 710 in size, or the weights would have
 * overflowed) is rounded by 710·u, each l by |l|·u, which is H·u on average; the factor 2 pays for higher orders.
 *
 * @param values n ≥ 1 numbers in [−∞, 0] whose exponentials sum to 1.
 * @throws RangeError if a value is NaN or above 0, or the sum misses 1; the message names the index, or by how much.
 * @example logProbabilities([-Math.LN2, -Math.LN2]).length // 2
 */
export function logProbabilities(values: Plain | LogProbabilities): LogProbabilities {
  const copy = checkedCopy(
    "logProbabilities",
    "values",
    values,
    (x) => x <= 0,
    "the logarithm of a probability, in [-∞, 0]",
    "logProbabilities",
  );
  const excess = compensatedSum(copy.length + 1, (i) => (i === 0 ? -1 : Math.exp(copy[i - 1])));
  const entropy = compensatedSum(copy.length, (i) => -Math.exp(copy[i]) * Math.max(copy[i], -1e3));
  const tolerance = (copy.length + entropy + 710) * 2 * unitRoundoff(values);
  if (Math.abs(excess) > tolerance)
    throw new RangeError(
      `logProbabilities: exponentials sum to ${1 + excess}, off by ${Number(excess.toPrecision(3))}, ` +
        `expected 1 within ${tolerance.toPrecision(2)}; logSoftmax(logits(values)) makes it so`,
    );
  return ofKind("logProbabilities", copy);
}
