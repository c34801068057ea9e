/** How values are spread: the shares of them in even bins, in which the rarest at both ends are put together. */
export interface Spread {
  readonly from: number;
  readonly to: number;
  readonly shares: readonly number[];
}

const bins = 28;
const rare = 0.005;

/** @param values NaN counts for nothing. */
export function spreadOf(values: ArrayLike<number>): Spread | undefined {
  const known = Float64Array.from(values).filter(Number.isFinite).sort();
  if (known.length === 0) return undefined;
  const at = (share: number) => known[Math.round(share * (known.length - 1))]!;
  const from = Math.min(0, at(rare));
  const to = Math.max(0, at(1 - rare));
  if (from === to) return undefined;
  const shares = new Array<number>(bins).fill(0);
  for (const x of known) {
    const bin = Math.floor((bins * (x - from)) / (to - from));
    shares[Math.max(0, Math.min(bins - 1, bin))]! += 1 / known.length;
  }
  return { from, to, shares };
}
