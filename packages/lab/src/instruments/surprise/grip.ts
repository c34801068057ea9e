import type { Scale } from "../../plot/scale.ts";
import { top } from "./model.ts";

/**
 * The probability that a hand on the curve means: of the two points straight above or below the pointer and straight beside it, the nearer.
 * It stops at two digits; past the top of the curve it is exactly 0.
 *
 * @param x From probabilities to pixels.
 * @param y From bits to pixels.
 */
export function probabilityAt(pointer: { x: number; y: number }, x: Scale, y: Scale): number {
  const bits = y.invert(pointer.y);
  if (bits > top + 0.25) return 0;
  const across = Math.min(1, Math.max(2 ** -top, x.invert(pointer.x)));
  const up = 2 ** -Math.max(0, bits);
  const asidePixels = Math.abs(x(up) - pointer.x);
  const abovePixels = Math.abs(y(-Math.log2(across)) - pointer.y);
  return Number((asidePixels < abovePixels ? up : across).toPrecision(2));
}
