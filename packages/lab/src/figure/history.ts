/** What was, what is, and what was undone. */
export type History<State> = {
  readonly past: readonly State[];
  readonly present: State;
  readonly future: readonly State[];
};

const longest = 200;

export function historyOf<State>(present: State): History<State> {
  return { past: [], present, future: [] };
}

/** A new present; what had been undone is forgotten, and so is what lies more than 200 steps back. */
export function commit<State>(history: History<State>, present: State): History<State> {
  if (present === history.present) return history;
  return { past: [...history.past, history.present].slice(-longest), present, future: [] };
}

/** A present that goes on from the one before without being a step of its own. */
export function amend<State>({ past }: History<State>, present: State): History<State> {
  return { past, present, future: [] };
}

export function undo<State>({ past, present, future }: History<State>): History<State> {
  if (past.length === 0) return { past, present, future };
  return { past: past.slice(0, -1), present: past.at(-1)!, future: [present, ...future] };
}

export function redo<State>({ past, present, future }: History<State>): History<State> {
  if (future.length === 0) return { past, present, future };
  return { past: [...past, present], present: future[0]!, future: future.slice(1) };
}
