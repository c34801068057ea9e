import { toCsv } from "../../figure/csv.ts";
import type { Corpus } from "./contexts.ts";
import { visible } from "./followers.ts";

/** A row for each letter that is learned from: the letters before it, and itself. H(next|before) is the floor. */
export function pairsOf({ letters, training }: Corpus, alphabet: string, memory: number): string {
  const written = (from: number, to: number) =>
    visible(Array.from(letters.subarray(from, to), (letter) => alphabet[letter]).join(""));
  const rows = Array.from(training, (place) => [written(place - memory, place), written(place, place + 1)]);
  return toCsv([["before", "next"], ...rows]);
}
