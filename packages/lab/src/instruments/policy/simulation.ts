import { aliasTable, createRng, klEstimator, type Nats } from "@surprisal/core";
import type { Run as Simulation } from "../../simulation/run.ts";
import { decodePolicy } from "./codec.ts";
import { estimators } from "./estimates.ts";
import { measure, type Policy } from "./model.ts";
import { Run } from "./run.ts";
import type { Means, Taken } from "./simulators.ts";

/** The training or the draws of a name. */
export function createRun(name: string): Simulation<undefined, Taken | Means> {
  const border = name.indexOf("~");
  const state = decodePolicy(name.slice(border + 1)).state!;
  return { ground: undefined, next: name.slice(0, border) === "draws" ? drawing(state) : training(state) };
}

function training(state: Policy): () => Taken {
  const run = new Run(state);
  let steps = 0;
  return () => {
    const q = run.to(steps++).at(-1)!;
    const { divergence, reward } = measure(state, q);
    return { q: [...q], divergence, reward };
  };
}

/** Draws from Q, one more with each call after the first. */
export function drawing({ p, start: q, seed }: Policy): () => Means {
  const table = aliasTable(q);
  const rng = createRng(seed);
  const values = estimators.map((name) => klEstimator(p, q, name).values);
  const sums: Nats[] = values.map(() => 0);
  let draws = -1;
  return () => {
    draws += 1;
    if (draws === 0) return [];
    const drawn = table.sample(rng);
    return values.map((value, i) => {
      sums[i]! += value[drawn]!;
      return sums[i]! / draws;
    });
  };
}
