import { arithmeticDecode, arithmeticEncode, huffman, normalize, type Probabilities } from "@surprisal/core";
import { blockLetters, blockNumber, blockOdds } from "./blocks.ts";

/** A message as it goes over the wire. */
export type Sent = {
  readonly digits: string;
  /** One entry per character: how many digits have gone out for certain once it is in. */
  readonly upTo: readonly number[];
  /** The characters read back from the digits alone. */
  readonly decoded: readonly number[];
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

/** Sends a message in the words of a code, and reads it back; a last block that is not full has words of its own, by Huffman's code. */
export function sendInWords(symbols: readonly number[], q: Probabilities, full: BlockCode): Sent {
  const { length } = full;
  const rest = symbols.length % length;
  const last = rest === 0 ? full : blockCode(q, rest);
  const codes = Array.from({ length: Math.ceil(symbols.length / length) }, (_, i) =>
    (i + 1) * length <= symbols.length ? full : last,
  );
  let digits = "";
  const upTo: number[] = [];
  codes.forEach((code, i) => {
    const block = symbols.slice(i * length, i * length + code.length);
    for (let k = 1; k < block.length; k++) upTo.push(digits.length);
    digits +=
      code.words[
        blockNumber(
          block.map((symbol) => code.letters.indexOf(symbol)),
          code.letters.length,
        )
      ]!;
    upTo.push(digits.length);
  });
  return { digits, upTo, decoded: readWords(digits, codes) };
}

function readWords(digits: string, codes: readonly BlockCode[]): number[] {
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

/** Sends a message as one number, and reads it back. */
export function sendAsNumber(symbols: readonly number[], q: Probabilities): Sent {
  const { digits, settled } = arithmeticEncode(symbols, q);
  const upTo = [...settled];
  if (upTo.length > 0) upTo[upTo.length - 1] = digits.length;
  return { digits, upTo, decoded: arithmeticDecode(digits, symbols.length, q) };
}
