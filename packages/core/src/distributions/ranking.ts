import type { Probabilities } from "./kinds.ts";

/** The indices of the outcomes, most probable first; equal ones in order of index. */
export function byProbability(p: Probabilities): Uint32Array {
  return Uint32Array.from(p, (_, i) => i).sort((a, b) => p[b] - p[a] || a - b);
}
