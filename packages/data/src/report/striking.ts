/** The rows with the largest sizes, largest first; of equals the first. NaN is none. */
export function striking(values: ArrayLike<number>, count: number): number[] {
  const rows: number[] = [];
  for (let row = 0; row < values.length; row++) if (!Number.isNaN(values[row]!)) rows.push(row);
  const size = (row: number) => Math.abs(values[row]!);
  // ∞ less ∞ is no order.
  return rows.sort((a, b) => (size(a) === size(b) ? a - b : size(b) > size(a) ? 1 : -1)).slice(0, count);
}
