/** After how many days a question is worth asking again. */
const span = 21;

/**
 * Whether what was answered on a day is worth asking again.
 *
 * @param day As 2026-11-22; empty if it is not known, which is never due.
 */
export function isDue(day: string, now: Date): boolean {
  const answered = new Date(`${day}T12:00`).getTime();
  return now.getTime() - answered >= span * 24 * 3600 * 1000;
}
