import { probabilities } from "@surprisal/core";
import { type Details, detailsOf } from "./details.ts";
import type { Samples } from "./model.ts";
import { type Ensemble, ensembleOf, type Paths, pathsOf } from "./race.ts";

/** What the page asks; P comes as plain numbers. A later question of the same kind takes the place of an earlier one. */
export type Call = {
  readonly want: "race" | "details";
  readonly state: Omit<Samples, "p" | "names"> & { readonly p: readonly number[] };
  readonly id: number;
};

/** What it is told, with the number of the question. */
export type Reply = { readonly id: number } & (
  | { readonly paths: Paths }
  | { readonly ensemble: Ensemble }
  | { readonly details: Details | undefined }
);

const latest: Record<Call["want"], number> = { race: 0, details: 0 };
const runsAtOnce = 10;

addEventListener("message", async ({ data: { want, state: plain, id } }: MessageEvent<Call>) => {
  latest[want] = id;
  await pause();
  if (latest[want] !== id) return;
  const state = { ...plain, p: probabilities(plain.p) };
  if (want === "details") {
    postMessage({ id, details: detailsOf(state) });
    return;
  }
  postMessage({ id, paths: pathsOf(state) });
  for (const ensemble of ensembleOf(state, runsAtOnce)) {
    postMessage({ id, ensemble });
    await pause();
    if (latest.race !== id) return;
  }
});

/** Lets messages that have come in be heard. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
