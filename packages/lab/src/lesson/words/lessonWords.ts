import type { Language } from "../../words/language.ts";
import { en, type LessonWords } from "./en.ts";
import { es } from "./es.ts";

const all: Record<Language, LessonWords> = { en, es };

export function lessonWords(language: Language): LessonWords {
  return all[language];
}
