/**
 * A scale that stays still while a hand is on the figure. It ends at a round number, and is only chosen anew on release, when what
 * it must show no longer fits or has become small.
 */
const roundEnds = [0.25, 0.5, 1, 1.5, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30];

/**
 * The end of the scale after release.
 *
 * @param end Where it ends now.
 * @param largest The largest finite value to show; ≥ 0.
 * @returns The same end while the largest value fills between a third and all of it, otherwise the least round end that holds it.
 */
export function refit(end: number, largest: number): number {
  const fits = largest <= end && largest >= end / 3;
  return fits ? end : (roundEnds.find((round) => round >= largest * 1.05) ?? Math.ceil(largest * 1.05));
}
