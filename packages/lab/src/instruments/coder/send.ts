import { arithmeticEncode, huffman, normalize, type Probabilities } from "@surprisal/core";
import { blockLetters, blockNumber, blockOdds } from "./blocks.ts";

/** A message as it goes over the wire. */
export type Wire = {
  readonly digits: string;
  /** One entry per character: how many digits have gone out for certain once it is in. */
  readonly upTo: readonly number[];
};

/** A code of words for blocks of letters; letters that cannot occur have no part in it. */
export type BlockCode = {
  readonly length: number;
  /** The letters that can occur, by their number in Q. */
  readonly letters: readonly number[];
  /** Of each block; the letters of block b are those of b in base `letters.length`. */
  readonly words: readonly string[];
};

/**
 * Huffman's code for blocks of so many letters drawn from Q.
 *
 * @param exchanged For each block, the one whose word it has.
 */
export function blockCode(q: Probabilities, length: number, exchanged?: readonly number[]): BlockCode {
  const letters = [...q].flatMap((x, i) => (x > 0 ? [i] : []));
  const odds = blockOdds(normalize(letters.map((letter) => q[letter]!)), length);
  // Billionths and counts do not vanish in ten factors, so every block has a word.
  const words = huffman(odds).words.map((word) => word!);
  return { length, letters, words: exchanged ? exchanged.map((block) => words[block]!) : words };
}

/** The letters a block stands for, by their number in Q. */
export function lettersOf({ letters, length }: BlockCode, block: number): number[] {
  return blockLetters(block, letters.length, length).map((letter) => letters[letter]!);
}

/** A message in the words of a code; a last block that is not full has words of its own, by Huffman's code. */
export function sendInWords(symbols: readonly number[], q: Probabilities, full: BlockCode): Wire {
  let digits = "";
  const upTo: number[] = [];
  codesFor(symbols.length, q, full).forEach((code, i) => {
    const block = symbols.slice(i * full.length, i * full.length + code.length);
    for (let k = 1; k < block.length; k++) upTo.push(digits.length);
    const letters = block.map((symbol) => code.letters.indexOf(symbol));
    digits += code.words[blockNumber(letters, code.letters.length)]!;
    upTo.push(digits.length);
  });
  return { digits, upTo };
}

/** The characters that {@link sendInWords} sent, from the digits alone. */
export function readWords(digits: string, count: number, q: Probabilities, full: BlockCode): number[] {
  const codes = codesFor(count, q, full);
  const dictionaries = new Map(
    [...new Set(codes)].map((code) => [code, new Map(code.words.map((word, block) => [word, block]))]),
  );
  let at = 0;
  return codes.flatMap((code) => {
    const dictionary = dictionaries.get(code)!;
    let word = "";
    while (!dictionary.has(word)) word += digits[at++];
    return lettersOf(code, dictionary.get(word)!);
  });
}

/** The code of each word of a message. */
function codesFor(count: number, q: Probabilities, full: BlockCode): BlockCode[] {
  const { length } = full;
  const rest = count % length;
  const blocks = new Array<BlockCode>(Math.floor(count / length)).fill(full);
  return rest === 0 ? blocks : [...blocks, blockCode(q, rest)];
}

/** A message as one number. */
export function sendAsNumber(symbols: readonly number[], q: Probabilities): Wire {
  const { digits, settled } = arithmeticEncode(symbols, q);
  const upTo = [...settled];
  if (upTo.length > 0) upTo[upTo.length - 1] = digits.length;
  return { digits, upTo };
}
