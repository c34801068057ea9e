import type { Progress } from "./finished.ts";
import { nameOf, type Vae } from "./model.ts";
import type { Reply } from "./worker.ts";

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
    // A state of the page may be a proxy, which cannot be posted.
    this.#worker.postMessage({ ...training, z: [...training.z] });
  }

  close(): void {
    this.#worker?.terminate();
  }

  #start(): Worker {
    const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
    worker.addEventListener("message", ({ data }: MessageEvent<Reply>) => this.#hear(data));
    return worker;
  }

  #hear({ name, index, moment }: Reply): void {
    const { costs, moments } = this.known[name] ?? { costs: [], moments: {} };
    const { rate, distortion } = moment;
    this.known = {
      ...this.known,
      [name]: {
        costs: index < costs.length ? costs : [...costs, { rate, distortion }],
        moments: { ...moments, [index]: moment },
      },
    };
  }
}
