import type { Resampling } from "../estimators/bootstrap.ts";
import { partsOf } from "../estimators/dependence.ts";
import { fleeting, release } from "../numeric/fleeting.ts";

/** Some of the rows, in order, and how these depend on each other. */
export type Selection = {
  readonly count: number;
  /** Of how many rows these are. */
  readonly rows: number;
  readonly resampling: Resampling;
  has(row: number): boolean;
  /** Their entries, not to be written to: the column itself if these are all, else a fleeting one. */
  take(column: ArrayLike<number>): ArrayLike<number>;
  /** Those of them that are to be kept. */
  and(keep: (row: number) => boolean): Selection;
  /** Gives its memory back. */
  release(): void;
};

export function selectRows(
  where: string,
  rows: number,
  resampling: Resampling,
  keep: (row: number) => boolean,
): Selection {
  const { dependence } = resampling;
  if (dependence.kind === "clusters") expectRows(where, "dependence.of", dependence.of, rows);
  const kept = fleeting(new Uint8Array(rows));
  let count = 0;
  for (let row = 0; row < rows; row++)
    if (keep(row)) {
      kept[row] = 1;
      count++;
    }
  const all = count === rows;
  if (all) release(kept);
  const entriesOf = (column: ArrayLike<number>) => {
    const entries = fleeting(emptyLike(column, count));
    for (let row = 0, i = 0; i < count; row++) if (kept[row] === 1) entries[i++] = column[row];
    return entries;
  };
  const among =
    all || dependence.kind !== "clusters"
      ? dependence
      : { ...dependence, of: fleeting(partsOf(entriesOf(dependence.of)).of) };
  const has = (row: number) => all || kept[row] === 1;
  return {
    count,
    rows,
    resampling: { ...resampling, dependence: among },
    has,
    take: (column) => (all ? column : entriesOf(column)),
    and: (more) => selectRows(where, rows, resampling, (row) => has(row) && more(row)),
    release() {
      release(kept);
      if (among !== dependence && among.kind === "clusters") release(among.of);
    },
  };
}

type Column = Float64Array | Int32Array | Int16Array | Int8Array | Uint8Array;

function emptyLike(column: ArrayLike<number>, length: number): Column {
  if (!ArrayBuffer.isView(column)) return new Float64Array(length);
  return new (column.constructor as new (length: number) => Column)(length);
}

/** The same of a column that was touched for it: of one that is fleeting no more is left. */
export function takeTouched(selection: Selection, column: ArrayLike<number>): ArrayLike<number> {
  const taken = selection.take(column);
  if (taken !== column) release(column);
  return taken;
}

/** What is found in these entries, no more of which is left then. */
export function findIn<Found>(
  selection: Selection,
  column: ArrayLike<number>,
  find: (taken: ArrayLike<number>) => Found,
): Found {
  const taken = takeTouched(selection, column);
  const found = find(taken);
  release(taken);
  return found;
}

export function expectRows(
  where: string,
  name: string,
  column: ArrayLike<number> | undefined,
  rows: number,
): void {
  if (column !== undefined && column.length !== rows)
    throw new RangeError(`${where}: ${name} has ${column.length} entries, expected ${rows}, one a row`);
}
