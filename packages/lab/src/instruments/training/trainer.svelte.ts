import type { Language } from "../../words/language.ts";
import { nameOf, type Training } from "./model.ts";
import type { Ground, Moment } from "./run.ts";
import type { Call, Reply } from "./worker.ts";

/** A training as far as it is known: its moments are the same whenever it is made again. */
export type Progress = { readonly ground: Ground; readonly moments: readonly Moment[] };

/** The page's side of the worker, which is started, and given the text, by the first thing asked that is not known yet. */
export class Trainer {
  /** By the name of the training. */
  known: Readonly<Record<string, Progress>> = $state.raw({});
  /** The text could not be had. */
  failed = $state(false);

  #worker: Promise<Worker | undefined> | undefined;
  readonly #language: Language;

  constructor(language: Language, name: string, prepared: Progress) {
    this.#language = language;
    this.known = { [name]: prepared };
  }

  /** Whether a training is known up to the moment it is shown at. */
  has(training: Training): boolean {
    return (this.known[nameOf(training)]?.moments.length ?? 0) > training.moment;
  }

  async ask(training: Training): Promise<void> {
    if (this.has(training)) return;
    this.#worker ??= this.#start();
    (await this.#worker)?.postMessage({ train: training } satisfies Call);
  }

  async close(): Promise<void> {
    (await this.#worker)?.terminate();
  }

  async #start(): Promise<Worker | undefined> {
    try {
      const answer = await fetch(`/training/${this.#language}.txt`);
      if (!answer.ok) throw new Error(answer.statusText);
      const text = await answer.text();
      const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
      worker.addEventListener("message", ({ data }: MessageEvent<Reply>) => this.#hear(data));
      worker.postMessage({ text, language: this.#language } satisfies Call);
      this.failed = false;
      return worker;
    } catch {
      this.failed = true;
      this.#worker = undefined;
      return undefined;
    }
  }

  #hear({ name, index, ground, moment }: Reply): void {
    const moments = this.known[name]?.moments ?? [];
    if (index === moments.length)
      this.known = { ...this.known, [name]: { ground, moments: [...moments, moment] } };
  }
}
