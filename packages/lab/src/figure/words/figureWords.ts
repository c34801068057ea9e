import type { Language } from "../../words/language.ts";
import { en, type FigureWords } from "./en.ts";
import { es } from "./es.ts";

const all: Record<Language, FigureWords> = { en, es };

export function figureWords(language: Language): FigureWords {
  return all[language];
}
