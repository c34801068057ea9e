/** Values counted between edges: evenly apart, or by powers of ten where they reach over several. */
export interface Bins {
  readonly isLogarithmic: boolean;
  /** Ascending, one more than there are bins. */
  readonly edges: readonly number[];
  /** The share of each column's finite values in each bin. */
  readonly shares: readonly (readonly number[])[];
  /** How many of each column are below the first edge, and are counted in the first bin. */
  readonly below: readonly number[];
  readonly infinite: readonly number[];
}

const perPower = 4;
const mostPowers = 9;
const mostEven = 24;
/** So many times the median, and the largest values leave no room for the others. */
const heavy = 30;

/** What is not told from 0 on a chart. */
const nothing = 1e-12;

/** @param columns Values ≥ 0, ∞ allowed; NaN where there is none. */
export function binsOf(columns: readonly ArrayLike<number>[]): Bins | undefined {
  const known = columns.map((column) => Float64Array.from(column).filter((x) => !Number.isNaN(x)));
  const finite = known.map((column) => column.filter(Number.isFinite));
  const sorted = Float64Array.from(finite.flatMap((column) => [...column])).sort();
  if (sorted.length === 0) return undefined;
  const most = sorted.at(-1)!;
  const isLogarithmic = most > heavy * sorted[Math.floor(sorted.length / 2)]! && most > nothing;
  const edges = isLogarithmic ? powers(sorted, most) : even(most);
  const last = edges.length - 2;
  const place = (x: number) => {
    const above = edges.findIndex((edge) => x < edge);
    return above < 0 ? last : Math.max(0, above - 1);
  };
  return {
    isLogarithmic,
    edges,
    shares: finite.map((column) => {
      const shares = new Array<number>(last + 1).fill(0);
      for (const x of column) shares[place(x)]! += 1 / column.length;
      return shares;
    }),
    below: finite.map((column) => column.filter((x) => x < edges[0]!).length),
    infinite: known.map((column, c) => column.length - finite[c]!.length),
  };
}

function powers(sorted: Float64Array, most: number): number[] {
  const least = sorted.find((x) => x > 0)!;
  const to = Math.ceil(perPower * Math.log10(most) + 1e-9);
  const from = Math.max(Math.floor(perPower * Math.log10(least)), to - perPower * mostPowers);
  return Array.from({ length: to - from + 1 }, (_, i) => 10 ** ((from + i) / perPower));
}

function even(most: number): number[] {
  const reach = most > nothing ? most : 1;
  const step = roundStep(reach / mostEven);
  const count = Math.ceil(reach / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, i) => i * step);
}

/** The smallest of 1, 2 and 5 times a power of ten that is not below. */
export function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return ([1, 2, 5, 10].find((factor) => factor * power >= least * (1 - 1e-12)) ?? 10) * power;
}
