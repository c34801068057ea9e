import { nameOf } from "./codec.ts";
import type { Distill } from "./model.ts";
import { createRun } from "./simulation.ts";
import { type Trained, trainedTo } from "./trainings.ts";

/** What a figure shows before its worker is asked: made with the page. */
export function preparedOf(state: Distill): Trained {
  const run = createRun(nameOf(state));
  const moments = Array.from({ length: state.steps + 1 }, run.next);
  return trainedTo(state.steps, { ground: run.ground, moments });
}
