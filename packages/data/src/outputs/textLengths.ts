import type { Vocabulary } from "../vocabulary/readVocabulary.ts";

/** How much text each token is: what a surprise is divided by so that models of other tokenisers compare. */
export interface TextLengths {
  readonly bytes: Int32Array;
  /** How many words begin in it. */
  readonly words: Int32Array;
}

/**
 * The lengths of the tokens of one text, from their bytes. Words are stretches without white space, as lm-evaluation-harness divides by them; of white space that of ASCII is known. What the first token begins with is
 * the beginning of a word.
 */
export function textLengths(pieces: readonly Uint8Array[]): TextLengths {
  let isInWord = false;
  return {
    bytes: Int32Array.from(pieces, ({ length }) => length),
    words: Int32Array.from(pieces, (piece) => {
      let starts = 0;
      for (const byte of piece) {
        const isSpace = byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
        if (!isSpace && !isInWord) starts++;
        isInWord = !isSpace;
      }
      return starts;
    }),
  };
}

const noText = new Uint8Array();

/** The same of the numbers of tokens, in sequences of so many; special tokens, and rows without one, are no text. Nothing if the bytes of one are not known. */
export function targetLengths(
  targets: Int32Array,
  perSequence: number,
  vocabulary: Vocabulary,
): TextLengths | undefined {
  const lengths = { bytes: new Int32Array(targets.length), words: new Int32Array(targets.length) };
  for (let start = 0; start < targets.length; start += perSequence) {
    const pieces = Array.from(targets.subarray(start, start + perSequence), (token) =>
      token < 0 || vocabulary.isSpecial(token) ? noText : vocabulary.bytesOf(token),
    );
    if (!pieces.every((piece) => piece !== undefined)) return undefined;
    const { bytes, words } = textLengths(pieces);
    lengths.bytes.set(bytes, start);
    lengths.words.set(words, start);
  }
  return lengths;
}
