import type { Nats } from "@surprisal/core";
import { Simulator } from "../../simulation/simulator.svelte.ts";
import { nameOf } from "./codec.ts";
import type { Place } from "./frontier.ts";
import { measure, type Policy } from "./model.ts";

/** A policy on its way, and its place on the plane. */
export type Taken = Place & { readonly q: readonly number[] };

/** What k1, k2 and k3 make of the draws so far; nothing before the first. */
export type Means = readonly Nats[];

const start = async () => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });

/** The page's side of the trainings of a figure. */
export function trainingsOf(state: Policy): Simulator<undefined, Taken> {
  const { divergence, reward } = measure(state, state.start);
  const moments = [{ q: [...state.start], divergence, reward }];
  return new Simulator(start, nameOf("training", state), { ground: undefined, moments });
}

/** The page's side of its draws. */
export function drawsOf(state: Policy): Simulator<undefined, Means> {
  return new Simulator(start, nameOf("draws", state), { ground: undefined, moments: [[]] });
}
