import type { Unit } from "@surprisal/core";
import { type Decoded, linkTo, readHash } from "./hash.ts";
import {
  ghostOf,
  previewed,
  redone,
  released,
  replaced,
  settled,
  shown,
  type Timeline,
  timelineOf,
  undone,
} from "./timeline.ts";

/** How a figure's state is written in a link. */
export type Codec<State> = {
  encode(state: State): string;
  decode(text: string): Decoded<State>;
};

/**
 * The life of a figure on its page: a timeline that the view follows, and the link that restores it. The states are plain values that
 * the instrument's model makes.
 */
export class Session<State> {
  readonly #initial: State;
  readonly #codec: Codec<State>;
  readonly #id: string;
  #timeline: Timeline<State> = $state.raw()!;
  /** Why the link of the page could not be used, if it could not. */
  problem: Decoded<State>["problem"] = $state();

  constructor(id: string, initial: State, codec: Codec<State>) {
    this.#id = id;
    this.#initial = initial;
    this.#codec = codec;
    this.#timeline = timelineOf(initial);
  }

  /** What the figure shows, on the way of a drag included. */
  get state(): State {
    return shown(this.#timeline);
  }

  /** What the figure shows once a drag is over. */
  get settled(): State {
    return this.#timeline.history.present;
  }

  /** The state before the last change, while there is one to compare with. */
  get ghost(): State | undefined {
    return ghostOf(this.#timeline);
  }

  get canUndo(): boolean {
    return this.#timeline.history.past.length > 0;
  }

  get canRedo(): boolean {
    return this.#timeline.history.future.length > 0;
  }

  get isChanged(): boolean {
    return !this.#same(this.settled, this.#initial);
  }

  preview(state: State): void {
    this.#timeline = previewed(this.#timeline, state);
  }

  /**
   * A state to stay in.
   *
   * @param kind Names the change; quick changes of the same kind count as one.
   */
  commit(state: State, kind = ""): void {
    if (this.#same(state, this.settled)) {
      this.#timeline = released(this.#timeline);
      return;
    }
    this.problem = undefined;
    this.#timeline = settled(this.#timeline, state, { kind, at: performance.now() });
  }

  /** A state to stay in that undo does not lead back from, as when something has been told. */
  replace(state: State): void {
    this.problem = undefined;
    this.#timeline = replaced(this.#timeline, state);
  }

  undo(): void {
    this.#timeline = undone(this.#timeline);
  }

  redo(): void {
    this.#timeline = redone(this.#timeline);
  }

  reset(): void {
    this.#arrive(this.#initial);
  }

  /** Takes over the state that a hash holds for this figure; says whether it held anything for it. */
  load(hash: string): boolean {
    const text = readHash(hash, this.#id);
    if (text === undefined) return false;
    const { state, problem } = this.#codec.decode(text);
    if (state !== undefined) this.#arrive(state);
    this.problem = problem;
    return true;
  }

  /** @param unit Of the numbers of whoever gives the link. */
  link(address: string, unit?: Unit): string {
    return linkTo(address, this.#id, this.#codec.encode(this.settled), unit);
  }

  #arrive(state: State): void {
    this.commit(state);
    this.#timeline = { history: this.#timeline.history };
  }

  #same(a: State, b: State): boolean {
    return a === b || this.#codec.encode(a) === this.#codec.encode(b);
  }
}
