/** R(k) = (1/n) Σ (xᵢ − x̄)(xᵢ₊ₖ − x̄), each lag computed when first asked for; 0 where only rounding tells the column from a constant. */
export function autocovariance(column: ArrayLike<number>): (lag: number) => number {
  const n = column.length;
  let [mean, largest, spread] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    mean += column[i] / n;
    largest = Math.max(largest, Math.abs(column[i]));
  }
  for (let i = 0; i < n; i++) spread = Math.max(spread, Math.abs(column[i] - mean));
  // n roundings of the mean.
  if (spread <= n * 2 ** -52 * largest) return () => 0;
  const known: number[] = [];
  return (lag) => {
    const found = known[lag];
    if (found !== undefined) return found;
    let sum = 0;
    for (let i = 0; i + lag < n; i++) sum += (column[i] - mean) * (column[i + lag] - mean);
    known[lag] = sum / n;
    return sum / n;
  };
}
