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
  let open = ""; // from the beginning of the last word, which the next piece may go on with
  for await (const piece of decodeUtf8(source, name)) {
    const text = open + piece;
    const kept = openWord(text);
    if (text.length - kept > longest)
      throw new FormatError({
        code: "size",
        source: name,
        problem: "has a word of more than 65,536 letters",
        expected: "text with spaces",
      });
    addWords(tally, text.slice(0, kept));
    open = text.slice(kept);
  }
  addWords(tally, open);
  return tally;
}

const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu;
const ascii = /^[\0-\x7f]*$/;

function addWords(tally: Tally, text: string): void {
  for (const [match] of text.matchAll(word)) {
    tally.add((ascii.test(match) ? match : match.normalize("NFC").replaceAll("’", "'")).toLowerCase());
  }
}

// Where the last blank or line end stands: no word goes across it. Without one, nothing of the text is settled yet.
function openWord(text: string): number {
  for (let i = text.length - 1; i >= 0; i--) {
    const c = text.charCodeAt(i);
    if (c === 0x20 || c === 0x0a) return i;
  }
  return 0;
}
