/** Which questions of which lesson were answered, and what was guessed before looking, kept on this device only. */
export type Progress = {
  readonly version: 1;
  readonly answered: Readonly<Record<string, readonly string[]>>;
  /** By lesson, then by prediction: the guess as it was made. */
  readonly guesses?: Readonly<Record<string, Readonly<Record<string, string>>>>;
};

export const empty: Progress = { version: 1, answered: {} };

/** Reads what was kept; whatever is not progress of this version counts as none. */
export function parseProgress(text: string | null): Progress {
  try {
    const kept: unknown = JSON.parse(text ?? "null");
    return isProgress(kept) ? kept : empty;
  } catch {
    return empty;
  }
}

export function withAnswered(progress: Progress, lesson: string, question: string): Progress {
  const before = answeredIn(progress, lesson);
  if (before.includes(question)) return progress;
  return { ...progress, answered: { ...progress.answered, [lesson]: [...before, question] } };
}

export function answeredIn(progress: Progress, lesson: string): readonly string[] {
  return Object.hasOwn(progress.answered, lesson) ? progress.answered[lesson]! : [];
}

/** A guess stays as it was first made. */
export function withGuess(progress: Progress, lesson: string, prediction: string, guess: string): Progress {
  if (guessIn(progress, lesson, prediction) !== undefined) return progress;
  const { guesses = {} } = progress;
  const before = Object.hasOwn(guesses, lesson) ? guesses[lesson] : {};
  return { ...progress, guesses: { ...guesses, [lesson]: { ...before, [prediction]: guess } } };
}

export function guessIn({ guesses = {} }: Progress, lesson: string, prediction: string): string | undefined {
  const made = Object.hasOwn(guesses, lesson) ? guesses[lesson]! : {};
  return Object.hasOwn(made, prediction) ? made[prediction] : undefined;
}

function isProgress(kept: unknown): kept is Progress {
  const { version, answered, guesses = {} } = (kept ?? {}) as Partial<Progress>;
  return (
    version === 1 &&
    isRecord(answered) &&
    Object.values(answered).every((questions) => Array.isArray(questions) && questions.every(isString)) &&
    isRecord(guesses) &&
    Object.values(guesses).every((made) => isRecord(made) && Object.values(made).every(isString))
  );
}

function isRecord(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function isString(value: unknown): value is string {
  return typeof value === "string";
}
