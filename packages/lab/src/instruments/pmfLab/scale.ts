import type { Nats } from "@surprisal/core";
import { refit } from "../../figure/frozenScale.ts";

/**
 * Where the scale of the entropy ends, in bits. Only the ceiling can move it, so it stays still while bars are dragged.
 *
 * @param ceiling Of the figure at rest.
 * @param end Where the scale ended before; nowhere, when the figure opens.
 */
export function scaleEnd(ceiling: Nats, end?: number): number {
  const bits = ceiling / Math.LN2 - 1e-9; // the ceiling of eight outcomes is 3 bits, whatever its logarithm rounds to
  return refit(end ?? Math.ceil(bits), bits);
}
