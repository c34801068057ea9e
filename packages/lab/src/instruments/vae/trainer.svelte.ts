import type { Call, Reply } from "../../simulation/run.ts";
import type { Progress } from "./finished.ts";
import { nameOf, type Vae } from "./model.ts";
import type { Moment } from "./run.ts";

/** The page's side of the worker, which is started by the first thing asked that is not known yet. */
export class Trainer {
  /** By the name of the training. */
  known: Readonly<Record<string, Progress>> = $state.raw({});

  #worker: Worker | undefined;

  constructor(name: string, prepared: Progress) {
    this.known = { [name]: prepared };
  }

  /** Whether a training is known at the moment it is shown at. */
  has(training: Vae): boolean {
    return this.known[nameOf(training)]?.moments[training.moment] !== undefined;
  }

  ask(training: Vae): void {
    if (this.has(training)) return;
    this.#worker ??= this.#start();
    this.#worker.postMessage({ name: nameOf(training), upTo: training.moment } satisfies Call);
  }

  close(): void {
    this.#worker?.terminate();
  }

  #start(): Worker {
    const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
    worker.addEventListener("message", ({ data }: MessageEvent<Reply<undefined, Moment>>) =>
      this.#hear(data),
    );
    return worker;
  }

  #hear({ name, first, moments: told }: Reply<undefined, Moment>): void {
    const { costs, moments } = this.known[name] ?? { costs: [], moments: {} };
    const news = told.slice(Math.max(0, costs.length - first));
    this.known = {
      ...this.known,
      [name]: {
        costs: [...costs, ...news.map(({ rate, distortion }) => ({ rate, distortion }))],
        moments: { ...moments, ...Object.fromEntries(told.map((moment, i) => [first + i, moment])) },
      },
    };
  }
}
