import type { Whole } from "../outputs/wholeScores.ts";

/** Documents to which a model gave probability 0, and which are the first of them. */
export interface Impossible {
  count: number;
  first: string[];
}

export function impossibleAmong(wholes: readonly Whole[], top: number): Impossible {
  const found = wholes.filter(({ surprise }) => surprise === Infinity);
  return { count: found.length, first: found.slice(0, top).map(({ id }) => id) };
}
