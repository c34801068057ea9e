/** Refuses an α outside [0, 1], where divergences of densities need not be finite. */
export function expectAlpha(where: string, alpha: number): void {
  if (!(alpha >= 0 && alpha <= 1))
    throw new RangeError(`${where}: alpha is ${alpha}, expected a number from 0 to 1`);
}
