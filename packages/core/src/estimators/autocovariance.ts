/** R(k) = (1/n) Σ (xᵢ − x̄)(xᵢ₊ₖ − x̄), each lag computed when first asked for. */
export function autocovariance(column: ArrayLike<number>): (lag: number) => number {
  const n = column.length;
  let mean = 0;
  for (let i = 0; i < n; i++) mean += column[i] / n;
  const centred = Float64Array.from(column, (x) => x - mean);
  const known: number[] = [];
  return (lag) => {
    const found = known[lag];
    if (found !== undefined) return found;
    let sum = 0;
    for (let i = 0; i + lag < n; i++) sum += centred[i] * centred[i + lag];
    known[lag] = sum / n;
    return sum / n;
  };
}
