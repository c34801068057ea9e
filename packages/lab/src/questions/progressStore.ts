import {
  answeredIn,
  empty,
  guessIn,
  type Progress,
  parseProgress,
  withAnswered,
  withGuess,
} from "./progress.ts";

const key = "surprisal-progress";
const changed = "surprisal-progress";

/** The questions of a lesson this reader has answered on this device; none where storage is refused. */
export function answeredQuestions(lesson: string): readonly string[] {
  return answeredIn(read(), lesson);
}

export function recordAnswer(lesson: string, question: string): void {
  write(withAnswered(read(), lesson, question));
}

/** What this reader guessed on this device; undefined if nothing was, or storage is refused. */
export function keptGuess(lesson: string, prediction: string): string | undefined {
  return guessIn(read(), lesson, prediction);
}

export function recordGuess(lesson: string, prediction: string, guess: string): void {
  write(withGuess(read(), lesson, prediction, guess));
}

/** Calls back at once and at every change, in this window or another. */
export function followProgress(run: () => void): void {
  run();
  document.addEventListener(changed, run);
  window.addEventListener("storage", run);
}

function write(progress: Progress): void {
  try {
    localStorage.setItem(key, JSON.stringify(progress));
  } catch {
    return; // Private windows may refuse: the answer still counts, it is only not kept.
  }
  document.dispatchEvent(new Event(changed));
}

function read(): Progress {
  try {
    return parseProgress(localStorage.getItem(key));
  } catch {
    return empty;
  }
}
