import type { Language } from "../../../words/language.ts";
import { en, type TemperatureWords } from "./en.ts";
import { es } from "./es.ts";

const all: Record<Language, TemperatureWords> = { en, es };

export function temperatureWords(language: Language): TemperatureWords {
  return all[language];
}
