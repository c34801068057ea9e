import type { Language } from "../../words/language.ts";
import { en, type QuestionWords } from "./en.ts";
import { es } from "./es.ts";

const all: Record<Language, QuestionWords> = { en, es };

export function questionWords(language: Language): QuestionWords {
  return all[language];
}
