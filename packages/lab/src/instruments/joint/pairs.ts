import { counts, normalize } from "@surprisal/core";
import type { Language } from "../../words/language.ts";
import { fold } from "../shannonGame/alphabet.ts";
import { type Joint, jointOf } from "./model.ts";

/** The longest text that can be pasted, in characters, and how few letters are too few. */
export const mostCharacters = 20_000;
export const fewestLetters = 30;

/** How often each kind of letter follows each: vowel, consonant, space, column by column. */
export type PairCounts = readonly number[];

/** The pairs of neighbouring letters of a text by their kinds. */
export function countPairs(text: string, language: Language): PairCounts {
  const kinds = [...fold(text, language)].map(kindOf);
  const found = new Array<number>(9).fill(0);
  kinds.slice(1).forEach((next, i) => {
    found[kinds[i]! * 3 + next]!++;
  });
  return found;
}

/** Prefix and next letter as counted. A kind that never came leads nowhere in particular. */
export function pairsOf(found: PairCounts, kinds: readonly string[]): Joint {
  const columns = [0, 3, 6].map((start) => found.slice(start, start + 3));
  const totals = columns.map((column) => column.reduce((a, b) => a + b, 0));
  const given = columns.map((column, i) => normalize(counts(totals[i]! > 0 ? column : [1, 1, 1])));
  return jointOf(kinds, kinds, normalize(counts(totals)), given);
}

function kindOf(letter: string): number {
  if (letter === " ") return 2;
  return "aeiou".includes(letter) ? 0 : 1;
}
