import { paddingTarget } from "@surprisal/core/rows";

/** How many rows are padding. A row without a target is none: it is a row of the model like any other, though what came there is not known. */
export function paddingRows(targets: Int32Array | undefined): number {
  return targets?.reduce((count, target) => count + Number(target === paddingTarget), 0) ?? 0;
}
