import { Simulator } from "../../simulation/simulator.svelte.ts";
import type { Cloud } from "./cloud.ts";
import { nameOf } from "./codec.ts";
import type { Gradients, Tool } from "./model.ts";
import type { Places } from "./run.ts";

/** The page's side of the walks of a figure, which knows the cloud at its start. */
export function walksOf(tool: Tool, state: Gradients, ground: Cloud | undefined) {
  const start = async () => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  const first = [[...state.q], [...state.q]];
  return new Simulator<Cloud | undefined, Places>(start, nameOf(tool, state), { ground, moments: [first] });
}
