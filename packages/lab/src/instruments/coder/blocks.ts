import { normalize, type Probabilities } from "@surprisal/core";

const mostWords = 4096;
const longest = 10;

/**
 * The longest block a code of whole words can afford: at most 4096 words, and never more than 10 characters.
 *
 * @param letters How many letters can occur.
 */
export function longestBlock(letters: number): number {
  if (letters < 2) return 1;
  let block = 1;
  while (block < longest && letters ** (block + 1) <= mostWords) block++;
  return block;
}

/**
 * How likely each block is, its letters drawn one by one.
 *
 * @param q Of each letter, m of them.
 * @param length k ≥ 1.
 * @returns mᵏ probabilities; block b has the letters of b written in base m.
 */
export function blockOdds(q: Probabilities, length: number): Probabilities {
  let odds = [...q];
  for (let i = 1; i < length; i++) odds = odds.flatMap((x) => [...q].map((y) => x * y));
  return length === 1 ? q : normalize(odds);
}

/** The number of a block in base m. */
export function blockNumber(letters: readonly number[], base: number): number {
  return letters.reduce((number, letter) => number * base + letter, 0);
}

/** The letters of a block. */
export function blockLetters(number: number, base: number, length: number): number[] {
  return Array.from({ length }, (_, i) => Math.floor(number / base ** (length - 1 - i)) % base);
}
