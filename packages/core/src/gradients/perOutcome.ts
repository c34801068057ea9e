import { checkedCopy } from "../distributions/checkedCopy.ts";
import type { Plain } from "../distributions/kinds.ts";

/** One plain number for each of n outcomes, copied: a cost, a reward, an advantage. It may be infinite; NaN is refused. */
export function perOutcome(where: string, name: string, values: Plain, n: number): Float64Array {
  const copy = checkedCopy(where, name, values, (x) => !Number.isNaN(x), "a number");
  if (copy.length !== n)
    throw new RangeError(`${where}: ${name} has ${copy.length} entries, expected ${n}, one for each outcome`);
  return copy;
}
