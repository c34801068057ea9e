import type { Call, Progress, Reply } from "./run.ts";

/** How many runs are remembered, for whoever goes back and forth. */
const kept = 8;
/** How many moments the worker may be ahead of the figure that plays them. */
const ahead = 25;

/** The page's side of a worker that computes runs: started by the first thing asked that is not known yet, it remembers what it is told. */
export class Simulator<Ground, Moment> {
  /** What is needed for computing could not be loaded. */
  failed = $state(false);
  #known: ReadonlyMap<string, Progress<Ground, Moment>> = $state.raw(new Map());
  #last: Progress<Ground, Moment>;
  #worker: Promise<Worker | undefined> | undefined;
  readonly #start: () => Promise<Worker>;

  /** @param prepared What is known of the run of a name before anything is asked. */
  constructor(start: () => Promise<Worker>, name: string, prepared: Progress<Ground, Moment>) {
    this.#start = start;
    this.#last = prepared;
    this.#known = new Map([[name, prepared]]);
  }

  /** A run as far as it is known. */
  of(name: string): Progress<Ground, Moment> | undefined {
    return this.#known.get(name);
  }

  /** The same; while nothing of it is known, what this came to before. */
  latest(name: string): Progress<Ground, Moment> {
    this.#last = this.of(name) ?? this.#last;
    return this.#last;
  }

  has(name: string, moment: number): boolean {
    return (this.of(name)?.moments.length ?? 0) > moment;
  }

  /** Whether a run is known up to a moment; also asks for those after it, which play will want, up to the last there is. */
  reach(name: string, moment: number, last: number): boolean {
    void this.ask(name, Math.min(last, moment + ahead));
    return this.has(name, moment);
  }

  async ask(name: string, upTo: number): Promise<void> {
    if (this.has(name, upTo)) return;
    this.#worker ??= this.#open();
    (await this.#worker)?.postMessage({ name, upTo } satisfies Call);
  }

  async close(): Promise<void> {
    (await this.#worker)?.terminate();
  }

  async #open(): Promise<Worker | undefined> {
    try {
      const worker = await this.#start();
      worker.addEventListener("message", ({ data }: MessageEvent<Reply<Ground, Moment>>) => this.#hear(data));
      worker.addEventListener("error", () => this.#fail());
      this.failed = false;
      return worker;
    } catch {
      this.#fail();
      return undefined;
    }
  }

  // Whoever asks again has another try.
  #fail(): void {
    this.failed = true;
    this.#worker = undefined;
  }

  #hear({ name, first, ground, moments }: Reply<Ground, Moment>): void {
    const before = this.of(name);
    const length = before?.moments.length ?? 0;
    if (first > length || first + moments.length <= length) return;
    const others = [...this.#known].filter(([other]) => other !== name).slice(1 - kept);
    const progress = {
      ground: before?.ground ?? ground,
      moments: [...(before?.moments.slice(0, first) ?? []), ...moments],
    };
    this.#known = new Map([...others, [name, progress]]);
  }
}
