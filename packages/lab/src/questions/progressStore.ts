import { keepText, keptText } from "./onDevice.ts";
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

function write(progress: Progress): void {
  keepText(JSON.stringify(progress), (kept) => readProgress(kept) !== undefined);
}
