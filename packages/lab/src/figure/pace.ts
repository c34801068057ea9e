// A figure that was away longer than this (a slow device, a tab brought back) goes on from where it was instead of catching up.
const longestFrame = 250;

/** Whole steps due, and the part of the next one already waited for. */
export type Due = { readonly steps: number; readonly rest: number };

/**
 * How many steps a figure takes in a frame.
 *
 * @param rest The part of a step left over from the frame before, in [0, 1).
 * @param elapsed Milliseconds since the frame before.
 * @param pace Steps per second.
 */
export function stepsDue(rest: number, elapsed: number, pace: number): Due {
  const due = rest + (Math.min(Math.max(elapsed, 0), longestFrame) / 1000) * pace;
  const steps = Math.floor(due);
  return { steps, rest: due - steps };
}
