import type { Nats } from "@surprisal/core";
import { logitsOf, lossAt, type SoftmaxLoss } from "./model.ts";

const width = 1e-4;

/** The slope by each logit as anybody can find it: the loss with the logit a little higher, less the loss with it a little lower. */
export function nudged(state: SoftmaxLoss): Nats[] {
  const z = logitsOf(state);
  const lossWith = (index: number, by: number) => lossAt(z.with(index, z[index]! + by), state).value;
  return z.map((_, i) => (lossWith(i, width) - lossWith(i, -width)) / (2 * width));
}
