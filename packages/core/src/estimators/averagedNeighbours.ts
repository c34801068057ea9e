/** A column of more entries does not show better how far neighbours depend on each other, and takes time for each lag. */
const enough = 16_384;

/** Means of as many neighbours each as leave no more of them than are enough; `size` is 1, and the column as it is, where it has no more. */
export function averagedNeighbours(column: ArrayLike<number>): { size: number; means: ArrayLike<number> } {
  const size = Math.ceil(column.length / enough);
  if (size <= 1) return { size: 1, means: column };
  const means = new Float64Array(Math.floor(column.length / size));
  for (let group = 0; group < means.length; group++) {
    let sum = 0;
    for (let i = group * size; i < (group + 1) * size; i++) sum += column[i];
    means[group] = sum / size;
  }
  return { size, means };
}
