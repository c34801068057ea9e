import type { Details } from "./details.ts";
import type { Samples } from "./model.ts";
import type { Ensemble, Paths } from "./race.ts";
import type { Call, Reply } from "./worker.ts";

/** What is known of a figure before its worker has said anything. */
export type First = {
  readonly paths: Paths;
  readonly ensemble: Ensemble;
  readonly details: Details | undefined;
};

/** Keeps a worker, asks it, and holds its latest answers. */
export class Asker {
  paths: Paths = $state.raw()!;
  ensemble: Ensemble = $state.raw()!;
  details: Details | undefined = $state.raw();
  #worker: Worker | undefined;
  #last = 0;
  readonly #asked: Partial<Record<Call["want"], number>> = {};

  constructor({ paths, ensemble, details }: First) {
    this.paths = paths;
    this.ensemble = ensemble;
    this.details = details;
  }

  ask(want: Call["want"], { names: _, p, ...state }: Samples): void {
    this.#worker ??= this.#start();
    const id = ++this.#last;
    this.#asked[want] = id;
    this.#worker.postMessage({ want, state: { ...state, p: [...p] }, id } satisfies Call);
  }

  close(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
  }

  #start(): Worker {
    const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
    worker.addEventListener("message", ({ data }: MessageEvent<Reply>) => this.#hear(data));
    return worker;
  }

  #hear(reply: Reply): void {
    if (!Object.values(this.#asked).includes(reply.id)) return;
    if ("paths" in reply) this.paths = reply.paths;
    else if ("ensemble" in reply) this.ensemble = reply.ensemble;
    else this.details = reply.details;
  }
}
