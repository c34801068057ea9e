import { alphaGradient, normal } from "@surprisal/core";
import { type Bell, type Fit, mostSteps, type Place, placeOf, truthOf } from "./model.ts";

/** Where an optimiser is, and both divergences there. */
type Runner = Bell & Place;

/** Two optimisers that start from Q: one goes down D(P‖Q), the other D(Q‖P). */
export type Race = {
  /** Where each has been, its start first. */
  readonly forward: readonly Runner[];
  readonly reverse: readonly Runner[];
};

const rate = 0.2;
const longest = 0.15;
const flat = 1e-3;

export function raceFrom(fit: Fit): Race {
  const start = { ...fit.q, ...placeOf(fit) };
  return { forward: [start], reverse: [start] };
}

/** The race of a state at a number of steps; what was run before goes on from there. */
export function raceAt(fit: Fit, steps: number, known: Race = raceFrom(fit)): Race {
  const run = (path: readonly Runner[], alpha: number) => {
    const all = [...path];
    while (all.length <= steps) all.push(stepDown(fit, all.at(-1)!, alpha));
    return all.slice(0, steps + 1);
  };
  return { forward: run(known.forward, 1), reverse: run(known.reverse, 0) };
}

/**
 * One step of gradient descent on μ and ln σ. The rate is 0.2, or half of σ² where the bell is so narrow that 0.2 would leap over the
 * bottom; no step is longer than 0.15. Nothing is random.
 */
function stepDown(fit: Fit, { mean, sd }: Bell, alpha: number): Runner {
  const { byMean, byLogSd } = alphaGradient(truthOf(fit), normal(mean, sd), alpha);
  const pace = Math.min(rate, (sd * sd) / 2);
  const length = pace * Math.hypot(byMean, byLogSd);
  const factor = length > longest ? (pace * longest) / length : pace;
  const next = { mean: mean - factor * byMean, sd: sd * Math.exp(-factor * byLogSd) };
  return { ...next, ...placeOf({ ...fit, q: next }) };
}

/** Whether both have come to rest: the last step of each was shorter than a thousandth of the longest. */
export function isOver({ forward, reverse }: Race): boolean {
  if (forward.length > mostSteps) return true;
  return [forward, reverse].every((path) => {
    const [before, now] = [path.at(-2), path.at(-1)!];
    return before && Math.hypot(now.mean - before.mean, Math.log(now.sd / before.sd)) < flat * longest;
  });
}
