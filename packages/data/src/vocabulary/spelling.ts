/**
 * How a tokeniser writes the bytes of its tokens: each as a letter of its own (byte-level, as of GPT-2), as text with a mark for the space and `<0xE2>` for a lone byte
 * (as SentencePiece does), or as text.
 */
export type Spelling = { kind: "letters" } | { kind: "marked"; space: string } | { kind: "text" };

const encoder = new TextEncoder();
const byteName = /^<0x([0-9A-F]{2})>$/;

/** What SentencePiece writes for a space: U+2581. */
export const usualSpace = "▁";

/** The bytes of a token, from its piece in the vocabulary. */
export function bytesOfPiece(piece: string, spelling: Spelling): Uint8Array {
  if (spelling.kind === "letters") {
    const bytes = Array.from(piece, (letter) => byteOfLetter.get(letter));
    return bytes.includes(undefined) ? encoder.encode(piece) : Uint8Array.from(bytes as number[]);
  }
  if (spelling.kind === "text") return encoder.encode(piece);
  const [, byte] = byteName.exec(piece) ?? [];
  if (byte !== undefined) return Uint8Array.of(Number.parseInt(byte, 16));
  return encoder.encode(piece.replaceAll(spelling.space, " "));
}

/** The likely spelling of pieces that come without a word about it. */
export function likelySpelling(pieces: Iterable<string>): Spelling {
  let hasSpaceLetter = false;
  let allLetters = true;
  for (const piece of pieces) {
    if (piece.includes(usualSpace)) return { kind: "marked", space: usualSpace };
    hasSpaceLetter ||= piece.startsWith(spaceLetter);
    // Tokens that were added, such as <|endoftext|>, are text in any spelling.
    allLetters &&= /^[<[]/.test(piece) || Array.from(piece).every((letter) => byteOfLetter.has(letter));
  }
  return hasSpaceLetter && allLetters ? { kind: "letters" } : { kind: "text" };
}

/**
 * The letters of bytes: themselves, where Latin-1 has something to see; else the letters from U+0100 on, one after the other.
 *
 * @see bytes_to_unicode in https://github.com/openai/gpt-2/blob/master/src/encoder.py
 */
const byteOfLetter: ReadonlyMap<string, number> = lettersOfBytes();
const spaceLetter = "Ġ";

function lettersOfBytes(): Map<string, number> {
  const isSeen = (byte: number) => (byte > 0x20 && byte < 0x7f) || (byte > 0xa0 && byte !== 0xad);
  let next = 0x100;
  return new Map(
    Array.from({ length: 256 }, (_, byte) => [String.fromCodePoint(isSeen(byte) ? byte : next++), byte]),
  );
}

/** Bytes as a person reads them: text, and `<0xE2>` for each byte that is a part of a character only. */
export function readable(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return partlyReadable(bytes);
  }
}

function partlyReadable(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; ) {
    const length = characterLength(bytes, at);
    text +=
      length > 0
        ? new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(at, at + length))
        : `<0x${bytes[at]!.toString(16).toUpperCase().padStart(2, "0")}>`;
    at += Math.max(1, length);
  }
  return text;
}

/** How many bytes from there on are one character of UTF-8; 0 if none are. */
function characterLength(bytes: Uint8Array, at: number): number {
  for (let length = 1; length <= 4 && at + length <= bytes.length; length++)
    if (isText(bytes.subarray(at, at + length))) return length;
  return 0;
}

function isText(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
