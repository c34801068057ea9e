import type { Language } from "../../../words/language.ts";
import { en, type ViWords } from "./en.ts";
import { es } from "./es.ts";

const all: Record<Language, ViWords> = { en, es };

export function viWords(language: Language): ViWords {
  return all[language];
}
