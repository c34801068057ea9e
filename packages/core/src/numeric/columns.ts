/*
 * Long columns are gone through in loops: what `reduce`, `map` or `from` call puts every number in a box of its own, 16 bytes or more each until it is collected.
 */

/** Σ of a column, from its first entry on, and of what is before it. */
export function sumOf(column: ArrayLike<number>, before = 0): number {
  let sum = before;
  for (let i = 0; i < column.length; i++) sum += column[i];
  return sum;
}

/** The least and the largest; ∞ and −∞ of none. */
export function extremesOf(column: ArrayLike<number>): { minimum: number; maximum: number } {
  let [minimum, maximum] = [Infinity, -Infinity];
  for (let i = 0; i < column.length; i++) {
    minimum = Math.min(minimum, column[i]);
    maximum = Math.max(maximum, column[i]);
  }
  return { minimum, maximum };
}

/** One column less another, entry by entry. */
export function differences(one: ArrayLike<number>, other: ArrayLike<number>): Float64Array {
  const less = new Float64Array(one.length);
  for (let i = 0; i < less.length; i++) less[i] = one[i] - other[i];
  return less;
}
