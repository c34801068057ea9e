import type { Language } from "../../words/language.ts";
import type { Game } from "./model.ts";

/** Guesses for each letter of the first passages, word by word, made up to show how a finished game looks. */
const guesses: Readonly<Record<Language, string>> = {
  en:
    "2111 637111 8322111 5221 72311 31111 211 1111 62311 4231111 1111 5311111 1111 " +
    "321111 11111111 2111 932211 611111 21111 5211111 21111 21 92112111 711111 31",
  es:
    "221 524111111 61311 211 2111 512111111 111 311 55211 212 111 51111111 21 " +
    "31111 1111111 311 431111 5211111 5211111 3111 211 7211111 412111",
};

/** The finished game the figure opens with. */
export function exampleGame(language: Language): Game {
  const turns = [...guesses[language].replaceAll(" ", "")].map((digit) => ({
    wrong: Number(digit) - 1,
    revealed: false,
  }));
  return { language, source: 0, turns, tried: "", memory: 3, seed: 1 };
}
