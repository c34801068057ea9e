import { type QuirkTotal, quirkMeanings } from "@surprisal/data";

/** A note for each kind of thing that is peculiar about a file's scores. */
export function quirkNotes(quirks: readonly QuirkTotal[], of = ""): string[] {
  return quirks.map(({ code, count, decimals, first: { sequence, index } }) => {
    const meaning = `${quirkMeanings[code]}${decimals === undefined ? "" : ` to ${decimals} ${decimals === 1 ? "decimal" : "decimals"}`}`;
    return `tokens${of} that ${meaning}: ${count}, first in ${sequence} [${index}]`;
  });
}
