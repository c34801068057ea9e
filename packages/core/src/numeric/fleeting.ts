/*
 * Collectors see little of what lies outside their own heap: of columns of millions of rows that nobody reads again, some hundred megabytes gather before they are collected. So those who make
 * one for the occasion give it back themselves.
 */
const columns = new WeakSet<object>();

/**
 * Says of a column that it belongs to whoever asked for it, who is done with it some day: of measures whose columns are read from elsewhere whenever they are touched. What computes from such measures
 * touches one or two columns at a time, and gives their memory back at once.
 *
 * @returns The column.
 * @example fleeting(Float64Array.of(1, 2)).length // 2
 */
export function fleeting<C extends ArrayBufferView>(column: C): C {
  columns.add(column);
  return column;
}

/** Gives back the memory of columns that are fleeting; nobody reads them again. Others are left as they are. */
export function release(...done: readonly unknown[]): void {
  for (const column of done)
    if (ArrayBuffer.isView(column) && columns.delete(column))
      // Engines before 2023 keep it till it is collected.
      (column.buffer as Transferable).transfer?.(0);
}

/** A column of somebody else, who may still read it whatever is released. */
export function lent(column: ArrayLike<number>): ArrayLike<number> {
  return columns.has(column) ? (column as Float64Array).subarray() : column;
}

type Transferable = { transfer?(length: number): unknown };
