import type { Progress } from "./question.ts";

/** How fast a reading goes on, in rows or bytes a second, and how many seconds are left of it. */
export interface Pace {
  readonly rate: number;
  readonly left: number;
}

/** Nothing is told before so many milliseconds: it would be wrong. */
const patience = 400;

/**
 * @param elapsed Milliseconds since its first rows, or bytes.
 * @returns undefined while nobody can tell.
 */
export function paceOf({ done, total, computing }: Progress, elapsed: number): Pace | undefined {
  if (elapsed < patience || done === 0 || computing) return undefined;
  const rate = (1000 * done) / elapsed;
  return { rate, left: Math.ceil((total - done) / rate) };
}
