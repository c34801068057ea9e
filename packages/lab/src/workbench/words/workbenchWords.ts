import type { Language } from "../../words/language.ts";
import { en, type WorkbenchWords } from "./en.ts";
import { es } from "./es.ts";

const all: Record<Language, WorkbenchWords> = { en, es };

export function workbenchWords(language: Language): WorkbenchWords {
  return all[language];
}
