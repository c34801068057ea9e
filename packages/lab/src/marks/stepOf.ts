/** Where a thumb can stand: a probability, unless said otherwise. */
export type Range = readonly [low: number, high: number];

const probability: Range = [0, 1];

/**
 * Where a key takes a thumb: arrows by a hundredth of its range, with Shift or by Page by a tenth, Home and End to exactly its ends.
 *
 * @returns The new value, or undefined if the key does nothing here.
 */
export function stepOf(
  key: string,
  shift: boolean,
  value: number,
  [low, high]: Range = probability,
): number | undefined {
  if (key === "Home") return low;
  if (key === "End") return high;
  const small = (shift ? 0.1 : 0.01) * (high - low);
  const large = 0.1 * (high - low);
  const by: Record<string, number> = {
    ArrowUp: small,
    ArrowRight: small,
    ArrowDown: -small,
    ArrowLeft: -small,
    PageUp: large,
    PageDown: -large,
  };
  const change = by[key];
  return change === undefined ? undefined : onScale(value + change, [low, high]);
}

/** A dragged thumb stops at whole hundredths of its range, which the reader can say and the keyboard can reach. */
export function snapped(value: number, [low, high]: Range = probability): number {
  const step = (high - low) / 100;
  return onScale(Math.round(value / step) * step, [low, high]);
}

// Adding hundredths leaves dust (0.29 + 0.01 is 0.30000000000000004); a billionth is far below what a page shows.
function onScale(value: number, [low, high]: Range): number {
  return Math.min(high, Math.max(low, Math.round(value * 1e9) / 1e9));
}
