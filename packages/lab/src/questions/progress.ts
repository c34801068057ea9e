/** Which questions of which lesson were answered, kept on this device only. */
export type Progress = {
  readonly version: 1;
  readonly answered: Readonly<Record<string, readonly string[]>>;
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

function isProgress(kept: unknown): kept is Progress {
  const { version, answered } = (kept ?? {}) as Partial<Progress>;
  return (
    version === 1 &&
    typeof answered === "object" &&
    answered !== null &&
    Object.values(answered).every(
      (questions) => Array.isArray(questions) && questions.every((name) => typeof name === "string"),
    )
  );
}
