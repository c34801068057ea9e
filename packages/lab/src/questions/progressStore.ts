import {
  answeredIn,
  empty,
  guessIn,
  merged,
  type Progress,
  readProgress,
  withAnswered,
  withGuess,
} from "./progress.ts";

const key = "surprisal-progress";
const changed = "surprisal-progress";

/** Everything kept on this device; nothing where storage is refused. */
export function keptProgress(): Progress {
  return readProgress(keptText() ?? "") ?? empty;
}

/** The questions of a lesson this reader has answered on this device. */
export function answeredQuestions(lesson: string): readonly string[] {
  return answeredIn(keptProgress(), lesson);
}

export function recordAnswer(lesson: string, question: string): void {
  // Swedes write their days as ISO 8601 does.
  write(withAnswered(keptProgress(), lesson, question, new Date().toLocaleDateString("sv-SE")));
}

/** What this reader guessed on this device; undefined if nothing was. */
export function keptGuess(lesson: string, prediction: string): string | undefined {
  return guessIn(keptProgress(), lesson, prediction);
}

export function recordGuess(lesson: string, prediction: string, guess: string): void {
  write(withGuess(keptProgress(), lesson, prediction, guess));
}

/** Adds what was saved elsewhere to what is kept here. */
export function addProgress(progress: Progress): void {
  write(merged(keptProgress(), progress));
}

export function eraseProgress(): void {
  write(empty);
}

/** Calls back at once and at every change, in this window or another. */
export function followProgress(run: () => void): void {
  run();
  document.addEventListener(changed, run);
  window.addEventListener("storage", run);
}

function write(progress: Progress): void {
  try {
    const before = localStorage.getItem(key);
    // Another version of the Lab may have kept what this one cannot read: it is set aside, not written over.
    if (before && !readProgress(before)) localStorage.setItem(`${key}-unread`, before);
    localStorage.setItem(key, JSON.stringify(progress));
  } catch {
    return; // Private windows may refuse: the answer still counts, it is only not kept.
  }
  document.dispatchEvent(new Event(changed));
}

function keptText(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
