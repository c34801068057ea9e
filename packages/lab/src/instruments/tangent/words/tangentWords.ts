import type { Language } from "../../../words/language.ts";
import { en, type TangentWords } from "./en.ts";
import { es } from "./es.ts";

const all: Record<Language, TangentWords> = { en, es };

export function tangentWords(language: Language): TangentWords {
  return all[language];
}
