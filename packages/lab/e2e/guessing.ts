import type { Locator } from "@playwright/test";
import { fold } from "../src/instruments/shannonGame/alphabet.ts";
import { passages } from "../src/instruments/shannonGame/passages.ts";
import type { Language } from "../src/words/language.ts";

/** What is still to be guessed of the passage that a game has begun, for whoever has the passages. */
export async function restOf(figure: Locator, language: Language): Promise<string> {
  const said = await figure.getByText(/^(Known so far|Hasta aquí se sabe): /).textContent();
  const known = said!.slice(said!.indexOf(": ") + 2);
  const text = passages[language]
    .map((passage) => fold(passage, language))
    .find((one) => one.startsWith(known.trimEnd()));
  return text!.slice(known.length);
}
