const key = "surprisal-progress";
const changed = "surprisal-progress";

/** What is kept of this reader's progress on this device, unread; null if there is none, or storage is refused. */
export function keptText(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/**
 * Keeps a text as this reader's progress, and tells those who follow it.
 *
 * @param isOurs Whether what is there can be read: what cannot, of another version of the Lab, is set aside and not written over.
 */
export function keepText(text: string, isOurs: (kept: string) => boolean): void {
  try {
    const before = localStorage.getItem(key);
    if (before && !isOurs(before)) localStorage.setItem(`${key}-unread`, before);
    localStorage.setItem(key, text);
  } catch {
    return; // Private windows may refuse: the answer still counts, it is only not kept.
  }
  document.dispatchEvent(new Event(changed));
}

/** Calls back at once and at every change, in this window or another, saying whether anything is kept. */
export function followProgress(run: (isKept: boolean) => void): void {
  const call = () => run(keptText() !== null);
  call();
  document.addEventListener(changed, call);
  window.addEventListener("storage", call);
}
