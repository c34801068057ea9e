type Run = (state: unknown) => void;

const states = new Map<string, unknown>();
const followers = new Map<string, Set<Run>>();

/** A figure tells the rest of the page what it shows, under its id. */
export function publish(figure: string, state: unknown): void {
  states.set(figure, state);
  for (const run of followers.get(figure) ?? []) run(state);
}

/** What a figure shows; undefined before it has come alive. Whoever asks knows what kind of figure it is. */
export function published<State>(figure: string): State | undefined {
  return states.get(figure) as State | undefined;
}

/**
 * Calls back with what a figure shows, now if it has come alive, and at every change.
 *
 * @returns Ends the calls.
 */
export function followPublished<State>(figure: string, run: (state: State) => void): () => void {
  const all = followers.get(figure) ?? new Set();
  followers.set(figure, all.add(run as Run));
  if (states.has(figure)) run(states.get(figure) as State);
  return () => all.delete(run as Run);
}
