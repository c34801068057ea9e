import { refit } from "../../figure/frozenScale.ts";
import type { Measures } from "./model.ts";

/** Where the three scales of the costs end, in bits: what is paid, and the terms above and below zero. */
export type Scales = { readonly cost: number; readonly up: number; readonly down: number };

const bits = (nats: number) => nats / Math.LN2;

/** The scales after release. What is infinite has no place on a scale and leaves it as it is. */
export function rescale(scales: Scales, { entropyP, crossEntropy, terms }: Measures): Scales {
  const finite = terms.filter(Number.isFinite).map(bits);
  return {
    cost: refit(
      scales.cost,
      bits(Number.isFinite(crossEntropy) ? crossEntropy : Math.max(entropyP, (scales.cost / 3) * Math.LN2)),
    ),
    up: refit(scales.up, Math.max(0.1, ...finite)),
    down: refit(scales.down, Math.max(0.1, ...finite.map((x) => -x))),
  };
}
