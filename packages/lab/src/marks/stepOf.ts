/**
 * Where a key takes the thumb of a probability: arrows ±1 %, with Shift or by Page ±10 %, Home and End to exactly 0 and 1.
 *
 * @returns The new value in [0, 1], or undefined if the key does nothing here.
 */
export function stepOf(key: string, shift: boolean, value: number): number | undefined {
  if (key === "Home") return 0;
  if (key === "End") return 1;
  const small = shift ? 0.1 : 0.01;
  const by: Record<string, number> = {
    ArrowUp: small,
    ArrowRight: small,
    ArrowDown: -small,
    ArrowLeft: -small,
    PageUp: 0.1,
    PageDown: -0.1,
  };
  const change = by[key];
  return change === undefined ? undefined : onScale(value + change);
}

/** A dragged thumb stops at whole per cents, which the reader can say and the keyboard can reach. */
export function snapped(value: number): number {
  return onScale(Math.round(value * 100) / 100);
}

// Adding hundredths leaves dust (0.29 + 0.01 is 0.30000000000000004); a billionth is far below what a page shows.
function onScale(value: number): number {
  return Math.min(1, Math.max(0, Math.round(value * 1e9) / 1e9));
}
