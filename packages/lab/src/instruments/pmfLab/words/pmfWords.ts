import type { Language } from "../../../words/language.ts";
import { en, type PmfWords } from "./en.ts";
import { es } from "./es.ts";

const all: Record<Language, PmfWords> = { en, es };

export function pmfWords(language: Language): PmfWords {
  return all[language];
}
