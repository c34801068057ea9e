import type { Language } from "../words/language.ts";
import { en, type HomeWords } from "./en.ts";
import { es } from "./es.ts";

const all: Record<Language, HomeWords> = { en, es };

/** The words of the home page in a language. */
export function homeWordsOf(language: Language): HomeWords {
  return all[language];
}
