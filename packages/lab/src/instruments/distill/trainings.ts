import type { Nats } from "@surprisal/core";
import type { Progress } from "../../simulation/run.ts";
import { Simulator } from "../../simulation/simulator.svelte.ts";
import { nameOf } from "./codec.ts";
import type { Distill } from "./model.ts";
import type { Ground, Moment } from "./simulation.ts";

/** What a figure shows of a training. */
export type Trained = Ground & {
  /** What the student says now, and what its samples are drawn from. */
  readonly q: readonly number[];
  readonly heard: readonly number[];
  /** What was left after each step. */
  readonly left: readonly Nats[];
};

/** The page's side of the trainings of a figure, which knows none yet. */
export function trainingsOf(state: Distill): Simulator<Ground, Moment> {
  const start = async () => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  return new Simulator(start, nameOf(state), { ground: { stuck: false }, moments: [] });
}

/**
 * A training after so many steps.
 *
 * @param heardEvery Samples change after so many steps: slowly enough to be read.
 */
export function trainedTo(
  steps: number,
  { ground, moments }: Progress<Ground, Moment>,
  heardEvery = 1,
): Trained {
  const path = moments.slice(0, steps + 1);
  return {
    ...ground,
    q: path.at(-1)!.q,
    heard: path[steps - (steps % heardEvery)]!.q,
    left: path.map(({ left }) => left),
  };
}
