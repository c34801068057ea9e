import { refit } from "../../figure/frozenScale.ts";
import type { Measures } from "./model.ts";

/** Where the three scales of the costs end, in bits: what is paid, and the terms above and below zero. */
export type Scales = { readonly cost: number; readonly up: number; readonly down: number };

// A third of a round number of bits still shows as a bar, so smaller terms do not make the scale smaller.
const least = 0.1;

/** The scales after release. What is infinite has no place on a scale, and leaves it as it is. */
export function rescale({ cost, up, down }: Scales, { entropyP, crossEntropy, terms }: Measures): Scales {
  const paid = Number.isFinite(crossEntropy)
    ? crossEntropy / Math.LN2
    : Math.max(entropyP / Math.LN2, cost / 2);
  const bits = terms.map((term) => (Number.isFinite(term) ? term / Math.LN2 : up));
  return {
    cost: refit(cost, paid),
    up: refit(up, Math.max(least, ...bits)),
    down: refit(down, Math.max(least, ...bits.map((x) => -x))),
  };
}
