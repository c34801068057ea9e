/**
 * The target of a row that is padding: it is left out of everything, as if it were not there. A row with the target −1 is a row of the model like any other, though what came there is not known.
 */
export const paddingTarget = -2;

/** How many rows are padding. */
export function paddingRows(targets: Int32Array | undefined): number {
  return targets?.reduce((count, target) => count + Number(target === paddingTarget), 0) ?? 0;
}
