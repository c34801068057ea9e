import { stride, type Vae } from "./model.ts";

/** What the figure shows: a training at a moment, and what its codes then cost, in nats. */
export type Shown = Vae & { readonly rate: number };

/** The codes say next to nothing, and not because training has only begun. */
export function collapsed({ rate, moment }: Shown): "right" | "told" | "early" {
  if (moment * stride < 400) return "early";
  return rate < 0.05 ? "right" : "told";
}
