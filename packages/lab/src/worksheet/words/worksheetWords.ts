import type { Language } from "../../words/language.ts";
import { en, type WorksheetWords } from "./en.ts";
import { es } from "./es.ts";

const all: Record<Language, WorksheetWords> = { en, es };

export function worksheetWords(language: Language): WorksheetWords {
  return all[language];
}
