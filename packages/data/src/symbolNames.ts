/**
 * The name of a byte: its hexadecimal digits, and its character where that is printable ASCII.
 *
 * @example byteName(65) // "0x41 A"
 * @example byteName(10) // "0x0A"
 */
export function byteName(byte: number): string {
  const digits = `0x${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  return byte > 0x20 && byte < 0x7f ? `${digits} ${String.fromCharCode(byte)}` : digits;
}

const signs: Record<number, string> = { 9: "\\t", 10: "\\n", 13: "\\r", 32: "␣" };
const unseen = /^[\p{C}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}␣]$/u;

/**
 * The name of a code point: the character itself where it can be seen, `␣` for the space, `\n` `\r` `\t`, else its number. No two are alike.
 *
 * @example codePointName(241) // "ñ"
 * @example codePointName(0xa0) // "U+00A0"
 */
export function codePointName(codePoint: number): string {
  const sign = signs[codePoint];
  if (sign !== undefined) return sign;
  const character = String.fromCodePoint(codePoint);
  return unseen.test(character) ? `U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}` : character;
}
