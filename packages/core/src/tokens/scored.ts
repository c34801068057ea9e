import type { Resampling } from "../estimators/bootstrap.ts";
import { type Dependence, dependenceAmong } from "../estimators/dependence.ts";

/** Some of the rows, in order, and how these depend on each other. */
export type Selection = {
  readonly rows: Int32Array;
  readonly resampling: Resampling;
  /** Their entries; the column itself if these are all: it is not to be written to. */
  take(column: ArrayLike<number>): Float64Array;
};

export function selectRows(
  where: string,
  count: number,
  resampling: Resampling,
  keep: (row: number) => boolean,
): Selection {
  const { dependence } = resampling;
  if (dependence.kind === "clusters") expectRows(where, "dependence.of", dependence.of, count);
  const found = new Int32Array(count);
  let kept = 0;
  for (let row = 0; row < count; row++) if (keep(row)) found[kept++] = row;
  const rows = kept < count ? found.slice(0, kept) : found;
  const among: Dependence = kept < count ? dependenceAmong(dependence, rows) : dependence;
  return {
    rows,
    resampling: { ...resampling, dependence: among },
    take(column) {
      if (rows.length === count && column instanceof Float64Array) return column;
      const taken = new Float64Array(rows.length);
      for (let i = 0; i < rows.length; i++) taken[i] = column[rows[i]];
      return taken;
    },
  };
}

export function expectRows(
  where: string,
  name: string,
  column: ArrayLike<number> | undefined,
  count: number,
): void {
  if (column !== undefined && column.length !== count)
    throw new RangeError(`${where}: ${name} has ${column.length} entries, expected ${count}, one a row`);
}
