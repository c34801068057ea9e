const states = new Map<string, unknown>();

/** A figure tells the rest of the page what it shows, under its id. */
export function publish(figure: string, state: unknown): void {
  states.set(figure, state);
}

/** What a figure shows; undefined before it has come alive. Whoever asks knows what kind of figure it is. */
export function published<State>(figure: string): State | undefined {
  return states.get(figure) as State | undefined;
}
