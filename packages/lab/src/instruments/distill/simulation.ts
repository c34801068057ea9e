import type { Nats } from "@surprisal/core";
import type { Run as Simulation } from "../../simulation/run.ts";
import { decodeDistill } from "./codec.ts";
import { leftAlong } from "./progress.ts";
import { Run } from "./run.ts";

/** What a student says after so many steps, and what is left for it to learn. */
export type Moment = { readonly q: readonly number[]; readonly left: Nats };

/** Whether there is no gradient to go along. */
export type Ground = { readonly stuck: boolean };

/** The training of a name. */
export function createRun(name: string): Simulation<Ground, Moment> {
  const state = decodeDistill(name).state!;
  const run = new Run(state);
  let steps = 0;
  return {
    ground: { stuck: run.stuck },
    next() {
      const q = run.to(steps++).at(-1)!;
      return { q: [...q], left: leftAlong(state, [q])[0]! };
    },
  };
}
