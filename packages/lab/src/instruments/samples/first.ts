import type { First } from "./asker.svelte.ts";
import { detailsOf } from "./details.ts";
import type { Samples } from "./model.ts";
import { ensembleOf, pathsOf, wantedRuns } from "./race.ts";

/** Everything a worker would say of a state, at once. */
export function firstOf(state: Samples): First {
  const [ensemble] = ensembleOf(state, wantedRuns);
  if (!ensemble) throw new RangeError("firstOf: no runs");
  return { paths: pathsOf(state), ensemble, details: detailsOf(state) };
}
