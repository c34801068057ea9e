import type { ByteSource } from "./byteSource.ts";
import { FormatError } from "./formatError.ts";
import { Tally } from "./tally.ts";
import { decodeUtf8 } from "./utf8.ts";

const longest = 1 << 16;

/**
 * Counts the words of a UTF-8 text. A word begins with a letter or a digit and goes on with letters, digits and marks, and with an
 * apostrophe between two of them: *don't* and *l'eau* are one word each, *well-being* is two. Words are lower-cased and composed (NFC), and
 * ’ counts as ', so that *Don’t* and *don't* are the same. Scripts that do not part their words by spaces (Chinese, Japanese, Thai) come out
 * as the runs between punctuation; count their characters instead.
 *
 * @throws FormatError if the text is not UTF-8, or a word is longer than 65,536 letters.
 */
export async function countWords(source: ByteSource, name: string): Promise<Tally> {
  const tally = new Tally(name);
  let open = ""; // the beginning of a word that the next piece may go on with
  for await (const piece of decodeUtf8(source, name)) {
    const text = open + piece;
    const end = settled(text);
    addWords(tally, text.slice(0, end), name);
    open = text.slice(end);
    if (open.length > longest) throw tooLong(name);
  }
  addWords(tally, open, name);
  return tally;
}

const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu;
const ascii = /^\p{ASCII}*$/u;

function addWords(tally: Tally, text: string, name: string): void {
  for (const [match] of text.matchAll(word)) {
    if (match.length > longest) throw tooLong(name);
    tally.add((ascii.test(match) ? match : match.normalize("NFC").replaceAll("’", "'")).toLowerCase());
  }
}

// Halves of a character count as part of a word: the other half may be a letter.
const inWord = /[\p{L}\p{N}\p{M}\p{Cs}'’]/u;

// Up to where no word can go on: behind the last character that is in none.
function settled(text: string): number {
  let end = text.length;
  while (end > 0 && inWord.test(text[end - 1]!)) end--;
  return end;
}

function tooLong(source: string): FormatError {
  return new FormatError({
    code: "size",
    source,
    problem: "has a word of more than 65,536 letters",
    expected: "text with spaces",
  });
}
