import { expectKind, type Logits, ofKind, type Probabilities, valuesOf } from "./kinds.ts";
import { normalize } from "./normalize.ts";
import { isWithin } from "./parameter.ts";

/**
 * The distribution at temperature t: probabilities proportional to p^(1/t), that is to e^(l/t). Below 1 it sharpens, above 1 it
 * flattens.
 *
 * @param p n probabilities, or logits.
 * @param t A temperature in [0, ∞]. The limits are exact: 0 shares everything among the largest, ∞ among all that are possible
 *   at all.
 * @throws RangeError if t is negative or NaN.
 * @example temperature(probabilities([0.5, 0.25, 0.25]), 0) // [1, 0, 0]
 */
export function temperature(p: Probabilities | Logits, t: number): Probabilities {
  expectKind("temperature", "p", p, "probabilities", "logits");
  if (!isWithin(t, 0, Infinity)) throw new RangeError(`temperature: t is ${t}, expected a number in [0, ∞]`);
  if (t === 1 && p.kind === "probabilities") return ofKind("probabilities", valuesOf(p).slice());
  let max = -Infinity;
  for (let i = 0; i < p.length; i++) if (p[i] > max) max = p[i];
  const impossible = p.kind === "probabilities" ? 0 : -Infinity;
  return normalize(
    valuesOf(p).map((x) => {
      if (x === max) return 1;
      if (x === impossible || t === 0) return 0;
      if (t === Infinity) return 1;
      return p.kind === "probabilities" ? (x / max) ** (1 / t) : Math.exp((x - max) / t);
    }),
  );
}
