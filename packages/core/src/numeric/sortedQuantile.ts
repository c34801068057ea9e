/**
 * The p-quantile of sorted numbers: linear between the neighbours of position p·(n − 1), as NumPy and R (type 7) have it.
 *
 * @param sorted Smallest first, at least one; infinities allowed.
 * @param p In [0, 1].
 */
export function sortedQuantile(sorted: ArrayLike<number>, p: number): number {
  const position = p * (sorted.length - 1);
  const below = Math.floor(position);
  return between(sorted[below], sorted[Math.min(below + 1, sorted.length - 1)], position - below);
}

/** A point on the way from one number to another that is not smaller; from −∞ to ∞ the nearer end. */
export function between(from: number, to: number, share: number): number {
  if (from === to || share === 0) return from;
  if (from === -Infinity && to === Infinity) return share < 0.5 ? from : to;
  return (1 - share) * from + share * to;
}
