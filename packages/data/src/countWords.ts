import type { ByteSource } from "./byteSource.ts";
import { FormatError } from "./formatError.ts";
import { decodeUtf8 } from "./utf8.ts";
import { WordTable } from "./wordTable.ts";

const longest = 1 << 16;

/**
 * Counts the words of a UTF-8 text. A word begins with a letter or a digit and goes on with letters, digits and marks, and with an
 * apostrophe between two of them: *don't* and *l'eau* are one word each, *well-being* is two. Words are lower-cased and composed (NFC), and
 * ’ counts as ', so that *Don’t* and *don't* are the same. Scripts that do not part their words by spaces (Chinese, Japanese, Thai) come out
 * as the runs between punctuation; count their characters instead.
 *
 * @throws FormatError if the text is not UTF-8, or a word is longer than 65,535 letters.
 */
export async function countWords(source: ByteSource, name: string): Promise<WordTable> {
  const table = new WordTable(name);
  let open = ""; // the beginning of a word that the next piece may go on with
  for await (const piece of decodeUtf8(source, name)) {
    const text = open + piece;
    const end = settled(text);
    addWords(table, text.slice(0, end), name);
    open = text.slice(end);
    if (open.length >= longest + 1) throw tooLong(name);
  }
  addWords(table, open, name);
  return table;
}

const scratch = new Uint16Array(4 * longest); // a word may grow when it is lower-cased

function addWords(table: WordTable, text: string, name: string): void {
  let at = 0;
  while (at < text.length) {
    let next = foldedUnit(text.charCodeAt(at));
    if (next === between) {
      at++;
      continue;
    }
    const start = at;
    let length = 0;
    let hash = basis;
    while (next > special && length < longest) {
      scratch[length++] = next;
      hash = Math.imul(hash ^ next, prime);
      next = foldedUnit(text.charCodeAt(++at));
      if (next === between && isApostrophe(text.charCodeAt(at))) {
        const behind = foldedUnit(text.charCodeAt(at + 1));
        if (behind === special) next = special;
        else if (behind !== between) next = 0x27;
      }
    }
    if (length === longest) throw tooLong(name);
    if (next !== special) table.add(scratch, length, hash);
    else at = addSpecial(table, text, start, name);
  }
}

// A word with marks, characters outside the basic plane, or letters that change by their neighbours: by Unicode's own functions.
function addSpecial(table: WordTable, text: string, start: number, name: string): number {
  if (roleAt(text, start) !== letter) return start + 1;
  let at = start;
  do at = behindRun(text, at + 1);
  while (isApostrophe(text.charCodeAt(at)) && roleAt(text, at + 1) === letter);
  if (at - start >= longest) throw tooLong(name);
  const word = text.slice(start, at).normalize("NFC").replaceAll("’", "'").toLowerCase();
  let hash = basis;
  for (let i = 0; i < word.length; i++) {
    scratch[i] = word.charCodeAt(i);
    hash = Math.imul(hash ^ scratch[i]!, prime);
  }
  table.add(scratch, word.length, hash);
  return at;
}

function behindRun(text: string, from: number): number {
  let at = from;
  while (roleAt(text, at) !== other) at++;
  return at;
}

// FNV-1a, a unit at a time. http://www.isthe.com/chongo/tech/comp/fnv/
const basis = 0x811c9dc5 | 0;
const prime = 0x01000193;

const between = 1; // in no word
const special = 2; // in a word, but not to be folded alone
const folds = new Uint16Array(0x10000); // by UTF-16 unit; 0 where nobody asked yet

// A letter or digit, lower-cased and composed, where that depends on no neighbour.
function foldedUnit(unit: number): number {
  if (Number.isNaN(unit)) return between;
  if (folds[unit] === 0) folds[unit] = computeFold(unit);
  return folds[unit]!;
}

function computeFold(unit: number): number {
  if (unit >= 0xd800 && unit < 0xe000) return special;
  const role = roleOf(unit);
  if (role !== letter) return role === mark ? special : between;
  const character = String.fromCharCode(unit);
  const folded = character.toLowerCase();
  const isSigma = unit === 0x3a3; // lower-cased by its place in the word
  const isJamo = unit >= 0x1100 && unit < 0x1200; // these letters compose with each other
  const isAlone = folded.length === 1 && character.normalize("NFC") === character && !isSigma && !isJamo;
  return isAlone ? folded.charCodeAt(0) : special;
}

const isApostrophe = (unit: number) => unit === 0x27 || unit === 0x2019;

type Role = typeof other | typeof letter | typeof mark;
const other = "other";
const letter = "letter";
const mark = "mark";

// Whether a character can begin a word (letter), go on with one (mark), or neither. Both halves of a pair have the role of the pair.
function roleAt(text: string, at: number): Role {
  const unit = text.charCodeAt(at);
  if (Number.isNaN(unit)) return other;
  return roleOf(unit >= 0xdc00 && unit < 0xe000 ? text.codePointAt(at - 1)! : text.codePointAt(at)!);
}

function roleOf(codePoint: number): Role {
  const character = String.fromCodePoint(codePoint);
  return /[\p{L}\p{N}]/u.test(character) ? letter : /\p{M}/u.test(character) ? mark : other;
}

// Up to where no word can go on. Half a character may be half a letter.
function settled(text: string): number {
  let end = text.length;
  while (end > 0) {
    const unit = text.charCodeAt(end - 1);
    if (foldedUnit(unit) === between && !isApostrophe(unit)) break;
    end--;
  }
  return end;
}

function tooLong(source: string): FormatError {
  return new FormatError({
    code: "size",
    source,
    problem: "has a word of more than 65,535 letters",
    expected: "text with spaces",
  });
}
