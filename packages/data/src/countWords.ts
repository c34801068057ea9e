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

function addWords(tally: Tally, text: string, name: string): void {
  let at = 0;
  while (at < text.length) {
    if (roleAt(text, at) !== letter) {
      at++;
      continue;
    }
    const start = at;
    do at = behindRun(text, at + 1);
    while (isApostrophe(text.charCodeAt(at)) && roleAt(text, at + 1) === letter);
    if (at - start > longest) throw tooLong(name);
    tally.add(folded(text.slice(start, at)));
  }
}

function behindRun(text: string, from: number): number {
  let at = from;
  while (roleAt(text, at) !== other) at++;
  return at;
}

const isApostrophe = (unit: number) => unit === 0x27 || unit === 0x2019;

function folded(word: string): string {
  if (plain.test(word)) return word;
  return word.normalize("NFC").replaceAll("’", "'").toLowerCase();
}

const plain = /^[a-z0-9']*$/;
const [other, letter, mark] = [1, 2, 3];
const roles = new Uint8Array(0x10000); // by code unit; 0 where nobody asked yet

// Whether the UTF-16 unit at a place can begin a word (letter), go on with one (mark), or neither.
// Both halves of a surrogate pair have the role of the whole character.
function roleAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit >= 0xd800 && unit < 0xe000) return roleOf(text.codePointAt(unit < 0xdc00 ? at : at - 1)!);
  if (Number.isNaN(unit)) return other;
  if (roles[unit] === 0) roles[unit] = roleOf(unit);
  return roles[unit]!;
}

function roleOf(codePoint: number): number {
  const character = String.fromCodePoint(codePoint);
  return /[\p{L}\p{N}]/u.test(character) ? letter! : /\p{M}/u.test(character) ? mark! : other!;
}

// Up to where no word can go on. Half a character may be half a letter.
function settled(text: string): number {
  let end = text.length;
  while (end > 0) {
    const unit = text.charCodeAt(end - 1);
    const isHalf = unit >= 0xd800 && unit < 0xe000;
    if (!isHalf && !isApostrophe(unit) && roleAt(text, end - 1) === other) break;
    end--;
  }
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
