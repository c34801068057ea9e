/**
 * A column of one model as far as that of the other is known too; NaN elsewhere.
 *
 * @param other Nothing if there is no other model.
 */
export function whereBoth(own: ArrayLike<number>, other: ArrayLike<number> | undefined): Float64Array {
  const both = Float64Array.from(own);
  for (let row = 0; row < (other?.length ?? 0); row++) if (Number.isNaN(other![row])) both[row] = Number.NaN;
  return both;
}
