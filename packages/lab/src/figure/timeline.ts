import { amend, commit, type History, historyOf, redo, undo } from "./history.ts";

/** A figure in time: its history, what a hand is doing to it, and what it was before the last change. */
export type Timeline<State> = {
  readonly history: History<State>;
  /** A state on the way, not to be remembered. */
  readonly preview?: State | undefined;
  readonly ghost?: State | undefined;
  readonly last?: Change | undefined;
};

/** Of which kind a change was, and when, in milliseconds. A change without a kind stands alone. */
export type Change = { readonly kind: string; readonly at: number };

// Changes of one kind that follow one another within a second are undone together.
const together = 1000;

export function timelineOf<State>(state: State): Timeline<State> {
  return { history: historyOf(state) };
}

/** What the figure shows, on the way of a drag included. */
export function shown<State>({ preview, history }: Timeline<State>): State {
  return preview ?? history.present;
}

/** The state before the last change, or before the drag that is under way, to compare with. */
export function ghostOf<State>({ preview, history, ghost }: Timeline<State>): State | undefined {
  return preview === undefined ? ghost : history.present;
}

export function previewed<State>(timeline: Timeline<State>, preview: State): Timeline<State> {
  return { ...timeline, preview };
}

/** A state to stay in. Quick changes of the same kind count as one. */
export function settled<State>(
  { history, ghost, last }: Timeline<State>,
  state: State,
  change: Change,
): Timeline<State> {
  const goesOn = change.kind !== "" && last?.kind === change.kind && change.at - last.at < together;
  return goesOn
    ? { history: amend(history, state), ghost, last: change }
    : { history: commit(history, state), ghost: history.present, last: change };
}

/** A state that takes the place of the present one: nothing leads back over it. */
export function replaced<State>({ history }: Timeline<State>, state: State): Timeline<State> {
  return { history: amend(history, state), ghost: history.present };
}

/** The same present without its drag: what a change to the same state comes to. */
export function released<State>({ history, ghost, last }: Timeline<State>): Timeline<State> {
  return { history, ghost, last };
}

export function undone<State>({ history }: Timeline<State>): Timeline<State> {
  return { history: undo(history) };
}

export function redone<State>({ history }: Timeline<State>): Timeline<State> {
  return { history: redo(history) };
}
