/** Trains the little autoencoder, moment by moment, as far as it was last asked to. */

import { nameOf, type Vae } from "./model.ts";
import { createRun, type Moment } from "./run.ts";

/** A moment of the training of a name, by its number from 0. */
export type Reply = { readonly name: string; readonly index: number; readonly moment: Moment };

let asked: Vae | undefined;
let current: { readonly name: string; readonly next: () => Moment; done: number } | undefined;
let isBusy = false;

addEventListener("message", ({ data }: MessageEvent<Vae>) => {
  asked = data;
  if (!isBusy) void work();
});

async function work(): Promise<void> {
  isBusy = true;
  while (asked) {
    const name = nameOf(asked);
    if (current?.name !== name) current = { name, next: createRun(asked), done: 0 };
    if (current.done > asked.moment) break;
    postMessage({ name, index: current.done, moment: current.next() } satisfies Reply);
    current.done += 1;
    // What was asked in the meantime is heard between two moments.
    await new Promise((resolve) => setTimeout(resolve));
  }
  isBusy = false;
}
