import { answeredIn, empty, type Progress, parseProgress, withAnswered } from "./progress.ts";

const key = "surprisal-progress";
const changed = "surprisal-progress";

/** The questions of a lesson this reader has answered on this device; none where storage is refused. */
export function answeredQuestions(lesson: string): readonly string[] {
  return answeredIn(read(), lesson);
}

export function recordAnswer(lesson: string, question: string): void {
  try {
    localStorage.setItem(key, JSON.stringify(withAnswered(read(), lesson, question)));
  } catch {
    return; // Private windows may refuse: the answer still counts, it is only not kept.
  }
  document.dispatchEvent(new Event(changed));
}

/** Calls back at once and at every change, in this window or another. */
export function followProgress(run: () => void): void {
  run();
  document.addEventListener(changed, run);
  window.addEventListener("storage", run);
}

function read(): Progress {
  try {
    return parseProgress(localStorage.getItem(key));
  } catch {
    return empty;
  }
}
