import type { Language } from "../../../words/language.ts";
import { en, type QuestionsWords } from "./en.ts";
import { es } from "./es.ts";

const all: Record<Language, QuestionsWords> = { en, es };

export function questionsWords(language: Language): QuestionsWords {
  return all[language];
}
