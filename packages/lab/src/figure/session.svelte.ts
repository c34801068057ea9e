import { type Decoded, linkTo, readHash } from "./hash.ts";
import { amend, commit, type History, historyOf, redo, undo } from "./history.ts";

/** How a figure's state is written in a link. */
export type Codec<State> = {
  encode(state: State): string;
  decode(text: string): Decoded<State>;
};

// Changes of one kind that follow one another within a second are undone together.
const together = 1000;

/**
 * The life of a figure's state: what it is, what it was before the last change, undo and redo, and the link that restores it.
 * The states themselves are plain values that the instrument's model makes.
 */
export class Session<State> {
  readonly #initial: State;
  readonly #codec: Codec<State>;
  readonly #id: string;
  #history: History<State> = $state.raw()!;
  #preview: State | undefined = $state.raw();
  #ghost: State | undefined = $state.raw();
  #last: { kind: string; at: number } | undefined;
  /** Why the link of the page could not be used, if it could not. */
  problem: Decoded<State>["problem"] = $state();

  constructor(id: string, initial: State, codec: Codec<State>) {
    this.#id = id;
    this.#initial = initial;
    this.#codec = codec;
    this.#history = historyOf(initial);
  }

  /** What the figure shows, on the way of a drag included. */
  get state(): State {
    return this.#preview ?? this.#history.present;
  }

  /** What the figure shows once a drag is over. */
  get settled(): State {
    return this.#history.present;
  }

  /** The state before the last change, while there is one to compare with. */
  get ghost(): State | undefined {
    return this.#preview ? this.#history.present : this.#ghost;
  }

  get canUndo(): boolean {
    return this.#history.past.length > 0;
  }

  get canRedo(): boolean {
    return this.#history.future.length > 0;
  }

  get isChanged(): boolean {
    return !this.#same(this.settled, this.#initial);
  }

  /** A state on the way, not to be remembered. */
  preview(state: State): void {
    this.#preview = state;
  }

  /**
   * A state to stay in.
   *
   * @param kind Names the change; quick changes of the same kind count as one.
   */
  commit(state: State, kind = ""): void {
    this.#preview = undefined;
    this.problem = undefined;
    if (this.#same(state, this.settled)) return;
    const now = performance.now();
    const goesOn = kind !== "" && this.#last?.kind === kind && now - this.#last.at < together;
    this.#last = { kind, at: now };
    if (!goesOn) this.#ghost = this.settled;
    this.#history = goesOn ? amend(this.#history, state) : commit(this.#history, state);
  }

  undo(): void {
    this.#travel(undo(this.#history));
  }

  redo(): void {
    this.#travel(redo(this.#history));
  }

  reset(): void {
    this.commit(this.#initial);
    this.#ghost = undefined;
  }

  /** Takes over the state that a hash holds for this figure; says whether it held anything for it. */
  load(hash: string): boolean {
    const text = readHash(hash, this.#id);
    if (text === undefined) return false;
    const { state, problem } = this.#codec.decode(text);
    if (state !== undefined) this.commit(state);
    this.#ghost = undefined;
    this.problem = problem;
    return true;
  }

  link(address: string): string {
    return linkTo(address, this.#id, this.#codec.encode(this.settled));
  }

  #travel(history: History<State>): void {
    this.#preview = undefined;
    this.#ghost = undefined;
    this.#last = undefined;
    this.#history = history;
  }

  #same(a: State, b: State): boolean {
    return a === b || this.#codec.encode(a) === this.#codec.encode(b);
  }
}
