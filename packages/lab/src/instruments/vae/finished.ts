import type { Cost } from "./loss.ts";
import { mostMoments } from "./model.ts";
import { createRun, type Moment } from "./run.ts";

/** A training as far as it is known: what its pictures cost at each moment, and what it makes of them at some. */
export type Progress = {
  readonly costs: readonly Cost[];
  readonly moments: Readonly<Record<number, Moment>>;
};

/** What a training with a β has come to in the end. */
export type Ending = Cost & { readonly beta: number };

const found = new Map<string, Progress>();

/** A training to its end, made once however often it is asked for. */
export function finished(beta: number, seed = 1): Progress {
  const name = `${beta},${seed}`;
  const known = found.get(name);
  if (known) return known;
  const next = createRun({ beta, seed });
  const all = Array.from({ length: mostMoments + 1 }, next);
  const progress = {
    costs: all.map(({ rate, distortion }) => ({ rate, distortion })),
    moments: { [mostMoments]: all.at(-1)! },
  };
  found.set(name, progress);
  return progress;
}

export function endingOf(beta: number): Ending {
  return { beta, ...finished(beta).costs.at(-1)! };
}
