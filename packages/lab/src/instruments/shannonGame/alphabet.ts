import type { Language } from "../../words/language.ts";

/** The letters of a game, the space among them, first: 27 in English, 28 in Spanish. */
export const alphabets: Readonly<Record<Language, string>> = {
  en: " abcdefghijklmnopqrstuvwxyz",
  es: " abcdefghijklmnñopqrstuvwxyz",
};

/**
 * A text in the letters of a game: capitals made small, accents taken off (not the tilde of a Spanish ñ), and whatever else there is, one
 * space between words.
 *
 * @example fold("¿Qué? ¡Mañana!", "es") // "que mañana"
 */
export function fold(text: string, language: Language): string {
  const apart = text.normalize("NFC").toLowerCase().replaceAll(/[^ñ]/g, takeAccentsOff);
  const letters = language === "es" ? apart : apart.replaceAll("ñ", "n");
  return letters.replaceAll(/[^a-zñ]+/g, " ").trim();
}

function takeAccentsOff(character: string): string {
  return character.normalize("NFD").replaceAll(/\p{M}/gu, "");
}
