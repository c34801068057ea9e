import type { Language } from "../../../words/language.ts";
import { en, type JointWords } from "./en.ts";
import { es } from "./es.ts";

const all: Record<Language, JointWords> = { en, es };

export function jointWords(language: Language): JointWords {
  return all[language];
}
