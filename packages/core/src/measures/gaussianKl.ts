import type { Normal } from "../distributions/normal.ts";
import { log1pMinusX } from "../numeric/log1pMinusX.ts";
import { logRatio } from "../numeric/logRatio.ts";
import type { Nats } from "../units.ts";
import { type Direction, directed } from "./klDivergence.ts";

/**
 * Kullback–Leibler divergence of two normal distributions, in closed form:
 * D(P‖Q) = ½ (x − ln(1 + x)) + ½ ((μP − μQ)/σQ)² with 1 + x = σP²/σQ².
 *
 * @param p The truth P.
 * @param q The model Q.
 * @param direction "forward" (the default) for D(P‖Q), "reverse" for D(Q‖P).
 * @returns Nats, in [0, ∞]; +∞ only where the number overflows. Relative error at most 32·2⁻⁵³, also where P and Q nearly agree.
 * @throws TypeError if p or q is not a normal distribution; RangeError if the direction is neither of the two.
 * @example gaussianKl(normal(1, 1), normal(0, 1)) // 0.5
 * @example gaussianKl(normal(0, 1), normal(1e-9, 1)) // 5e-19
 */
export function gaussianKl(p: Normal, q: Normal, direction: Direction = "forward"): Nats {
  for (const [name, given] of Object.entries({ p, q })) {
    if (given?.family !== "normal")
      throw new TypeError(`gaussianKl: ${name} is ${given?.family}, expected normal(…)`);
  }
  const [truth, model] = directed("gaussianKl", p, q, direction);
  const ratio = truth.sd / model.sd;
  const excess = ((truth.sd - model.sd) / model.sd) * (ratio + 1);
  const spread =
    ratio > 0.5 && ratio < 2 ? -log1pMinusX(excess) : ratio ** 2 - 1 - 2 * logRatio(truth.sd, model.sd);
  const offset = (truth.mean - model.mean) / model.sd;
  return (spread + offset ** 2) / 2;
}
