import {
  type AlphaOptimum,
  alphas,
  bestOfAlpha,
  type Fit,
  type Optima,
  optimaOf,
  truthKey,
} from "./model.ts";
import { type Race, raceAt, raceFrom } from "./race.ts";

export type Prepared = { readonly optima: Optima; readonly alphas: readonly AlphaOptimum[] };

/** What must be searched for: found once P has come to rest, a little at a time, so that no hand waits for it. */
export class Finds {
  optima: Optima | undefined = $state.raw();
  alphas: readonly AlphaOptimum[] = $state.raw([]);
  race: Race = $state.raw()!;
  readonly #wantsAlphas: boolean;
  #truth: string;
  #start: string;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #frame = 0;

  constructor(fit: Fit, prepared: Prepared) {
    this.optima = prepared.optima;
    this.alphas = prepared.alphas;
    this.race = raceFrom(fit);
    this.#wantsAlphas = prepared.alphas.length > 0;
    this.#truth = truthKey(fit);
    this.#start = startOf(fit);
  }

  /** A state has come to rest. */
  settle(fit: Fit): void {
    if (truthKey(fit) === this.#truth) return;
    this.#truth = truthKey(fit);
    this.optima = undefined;
    this.alphas = [];
    const jobs = [
      () => {
        this.optima = optimaOf(fit);
      },
      ...(this.#wantsAlphas ? alphas : []).map((alpha) => () => {
        this.alphas = [...this.alphas, bestOfAlpha(fit, alpha)];
      }),
    ];
    const next = () => {
      jobs.shift()?.();
      if (jobs.length > 0) this.#timer = setTimeout(next);
    };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(next);
  }

  /** Brings the race to the steps of a state, a few of them a frame. */
  run(fit: Fit): void {
    cancelAnimationFrame(this.#frame);
    if (startOf(fit) !== this.#start) {
      this.#start = startOf(fit);
      this.race = raceFrom(fit);
    }
    const ran = this.race.forward.length - 1;
    if (ran === fit.steps) return;
    this.race = raceAt(fit, Math.min(fit.steps, ran + 4), this.race);
    if (ran + 4 < fit.steps) this.#frame = requestAnimationFrame(() => this.run(fit));
  }

  stop(): void {
    clearTimeout(this.#timer);
    cancelAnimationFrame(this.#frame);
  }
}

function startOf(fit: Fit): string {
  return `${truthKey(fit)},${fit.q.mean},${fit.q.sd}`;
}
