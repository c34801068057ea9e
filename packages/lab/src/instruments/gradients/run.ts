import type { Run } from "../../simulation/run.ts";
import { type Cloud, cloudOf } from "./cloud.ts";
import { decodeGradients } from "./codec.ts";
import { descent, sampledDescent } from "./descent.ts";
import { ways } from "./slopes.ts";

/** Where the runners of a figure are: those of both gradients, or the one that follows estimates. */
export type Places = readonly (readonly number[])[];

/** The walk of a name, and the cloud of estimates at its start. */
export function createRun(name: string): Run<Cloud | undefined, Places> {
  const border = name.indexOf("~");
  const state = decodeGradients(name.slice(border + 1)).state!;
  if (name.slice(0, border) === "slopes") {
    const runners = ways.map((way) => descent(state, way));
    return { ground: undefined, next: () => runners.map((next) => [...next()]) };
  }
  const next = sampledDescent(state);
  return { ground: cloudOf(state), next: () => [[...next()]] };
}
