import { type Fit, measure, optimaOf } from "./model.ts";

// A thousandth of a nat more than the least: what a hand can reach.
const near = 1e-3;

/** Q has the least D(P‖Q) there is, to a thousandth of a nat. */
export function coveringFit(fit: Fit): "right" | "seeking" | "narrow" | "wide" | "aside" {
  const { forward: best } = optimaOf(fit);
  const { forward } = measure(fit);
  if (forward - best.forward <= near) return "right";
  if (Math.min(Math.abs(fit.q.mean - fit.left.mean), Math.abs(fit.q.mean - fit.right.mean)) < 0.4)
    return "seeking";
  if (Math.abs(fit.q.mean - best.mean) > 0.15) return "aside";
  return fit.q.sd < best.sd ? "narrow" : "wide";
}

/** The bumps stand so that the best reverse Gaussian covers both: only one local optimum is left. */
export function oneValley(fit: Fit): "right" | "settled" | "lone" {
  if (fit.share === 0 || fit.share === 1) return "lone";
  return optimaOf(fit).reverse.length === 1 ? "right" : "settled";
}
