/** The day something was answered, as 2026-11-22; empty where no day was written down. */
type Day = string;

/** What was done in one lesson. */
type LessonProgress = {
  /** By question or proof: the day it was last answered. */
  readonly answered: Readonly<Record<string, Day>>;
  /** By prediction: the guess as it was made. */
  readonly guesses: Readonly<Record<string, string>>;
};

/** Which questions of which lesson were answered, and what was guessed before looking, kept on this device only. */
export type Progress = {
  readonly version: 2;
  readonly lessons: Readonly<Record<string, LessonProgress>>;
};

export const empty: Progress = { version: 2, lessons: {} };

const untouched: LessonProgress = { answered: {}, guesses: {} };

/**
 * Reads what was kept or saved, of this version or the one before.
 *
 * @returns undefined if the text is anything else.
 */
export function readProgress(text: string): Progress | undefined {
  try {
    const kept: unknown = JSON.parse(text);
    return isProgress(kept) ? kept : isFirstVersion(kept) ? migrated(kept) : undefined;
  } catch {
    return undefined;
  }
}

export function withAnswered(progress: Progress, lesson: string, question: string, day: Day): Progress {
  const { answered, guesses } = lessonIn(progress, lesson);
  const last = later(Object.hasOwn(answered, question) ? answered[question]! : "", day);
  return withLesson(progress, lesson, { answered: { ...answered, [question]: last }, guesses });
}

/** A guess stays as it was first made. */
export function withGuess(progress: Progress, lesson: string, prediction: string, guess: string): Progress {
  const { answered, guesses } = lessonIn(progress, lesson);
  if (Object.hasOwn(guesses, prediction)) return progress;
  return withLesson(progress, lesson, { answered, guesses: { ...guesses, [prediction]: guess } });
}

export function answeredIn(progress: Progress, lesson: string): readonly string[] {
  return Object.keys(lessonIn(progress, lesson).answered);
}

export function guessIn(progress: Progress, lesson: string, prediction: string): string | undefined {
  const { guesses } = lessonIn(progress, lesson);
  return Object.hasOwn(guesses, prediction) ? guesses[prediction] : undefined;
}

/** By question of a lesson that was answered: the day. */
export function daysIn(progress: Progress, lesson: string): Readonly<Record<string, Day>> {
  return lessonIn(progress, lesson).answered;
}

/** Everything of both: of two days the later, and of two guesses at the same thing the one in `mine`. */
export function merged(mine: Progress, other: Progress): Progress {
  const theirs = Object.entries(other.lessons).map(([lesson, { answered, guesses }]) => {
    const own = lessonIn(mine, lesson);
    const days = Object.entries(answered).map(([question, day]) => [
      question,
      later(Object.hasOwn(own.answered, question) ? own.answered[question]! : "", day),
    ]);
    return [
      lesson,
      { answered: { ...own.answered, ...Object.fromEntries(days) }, guesses: { ...guesses, ...own.guesses } },
    ];
  });
  return { version: 2, lessons: { ...mine.lessons, ...Object.fromEntries(theirs) } };
}

function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}

function lessonIn(progress: Progress, lesson: string): LessonProgress {
  return Object.hasOwn(progress.lessons, lesson) ? progress.lessons[lesson]! : untouched;
}

function withLesson({ version, lessons }: Progress, lesson: string, now: LessonProgress): Progress {
  return { version, lessons: { ...lessons, [lesson]: now } };
}

/** The first version knew no days, and kept answers and guesses apart. */
type FirstVersion = {
  readonly version: 1;
  readonly answered: Readonly<Record<string, readonly string[]>>;
  readonly guesses?: Readonly<Record<string, Readonly<Record<string, string>>>>;
};

function migrated({ answered, guesses = {} }: FirstVersion): Progress {
  const answers = Object.entries(answered).flatMap(([lesson, questions]) =>
    questions.map((question) => withAnswered(empty, lesson, question, "")),
  );
  const made = Object.entries(guesses).map(
    ([lesson, guesses]): Progress => ({ version: 2, lessons: { [lesson]: { answered: {}, guesses } } }),
  );
  return [...answers, ...made].reduce(merged, empty);
}

function isProgress(kept: unknown): kept is Progress {
  const { version, lessons } = (kept ?? {}) as Partial<Progress>;
  return version === 2 && isRecord(lessons, isLesson);
}

function isLesson(value: unknown): value is LessonProgress {
  const { answered, guesses } = (value ?? {}) as Partial<LessonProgress>;
  return isRecord(answered, isDay) && isRecord(guesses, isString);
}

function isFirstVersion(kept: unknown): kept is FirstVersion {
  const { version, answered, guesses = {} } = (kept ?? {}) as Partial<FirstVersion>;
  return (
    version === 1 &&
    isRecord(answered, (questions) => Array.isArray(questions) && questions.every(isString)) &&
    isRecord(guesses, (made) => isRecord(made, isString))
  );
}

function isRecord(value: unknown, holds: (entry: unknown) => boolean): value is Record<string, never> {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  return isObject && Object.values(value).every(holds);
}

function isDay(value: unknown): boolean {
  return typeof value === "string" && /^(\d{4}-\d\d-\d\d)?$/.test(value);
}

function isString(value: unknown): value is string {
  return typeof value === "string";
}
