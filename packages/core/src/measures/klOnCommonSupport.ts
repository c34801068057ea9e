import type { Probabilities } from "../distributions/kinds.ts";
import { compensatedSum } from "../numeric/compensatedSum.ts";
import { klTerm } from "../numeric/klTerm.ts";
import { log1pMinusX } from "../numeric/log1pMinusX.ts";
import type { Nats } from "../units.ts";
import { expectPair } from "./pair.ts";

/**
 * D(P′‖Q′), where P′ and Q′ are P and Q given that the outcome is possible under both (p > 0 and q > 0), each divided by its
 * mass there. It is finite, and another question than D(P‖Q): what the two say about the outcomes they share. Report it with
 * the mass left out (`supportMismatch`), since it may be 0 while D(P‖Q) is +∞.
 *
 * @param p The truth P: n probabilities.
 * @param q The model Q, over the same outcomes.
 * @returns Nats, in [0, ∞); equal to `klDivergence(p, q)` when the supports are the same. Relative error at most 25·2⁻⁵³ there;
 *   else the two masses are rounded first, which near-equal P′ and Q′ feel as 4·2⁻⁵³/√D.
 * @throws RangeError if p and q differ in length, or no outcome is possible under both.
 * @example klOnCommonSupport(probabilities([0.5, 0.5, 0]), probabilities([0.25, 0.25, 0.5])) // 0
 */
export function klOnCommonSupport(p: Probabilities, q: Probabilities): Nats {
  expectPair("klOnCommonSupport", p, q, "probabilities");
  const shared = (i: number) => p[i] > 0 && q[i] > 0;
  const massP = compensatedSum(p.length, (i) => (shared(i) ? p[i] : 0));
  if (massP === 0)
    throw new RangeError(
      "klOnCommonSupport: no outcome is possible under both p and q, expected at least one",
    );
  const excess = compensatedSum(p.length, (i) => (shared(i) ? q[i] - p[i] : 0)) / massP;
  const massQ = compensatedSum(p.length, (i) => (shared(i) ? q[i] : 0));
  return compensatedSum(p.length, (i) => {
    if (!shared(i)) return 0;
    const d = ((q[i] - p[i]) / p[i] - excess) / (1 + excess);
    if (Math.abs(d) < 0.5) return 0 - (p[i] / massP) * log1pMinusX(d);
    return klTerm(p[i] / massP, q[i] / massQ);
  });
}
