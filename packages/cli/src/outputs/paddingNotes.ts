import { counted } from "../number.ts";

/** How many rows did not count because nothing but padding came there. */
export function paddingNotes(padding = 0): string[] {
  if (padding === 0) return [];
  return [
    `${counted(String(padding), "rows")} ${padding === 1 ? "is" : "are"} padding, by --targets and --ignore, and left out of everything`,
  ];
}
