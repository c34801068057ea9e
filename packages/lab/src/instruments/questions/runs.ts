/**
 * Neighbours put together: `[0, 1, 2, 5]` are the runs 0–2 and 5–5.
 *
 * @param indices Whole numbers in rising order.
 */
export function runs(indices: readonly number[]): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  for (const index of indices) {
    const last = found.at(-1);
    if (last?.to === index - 1) last.to = index;
    else found.push({ from: index, to: index });
  }
  return found;
}
