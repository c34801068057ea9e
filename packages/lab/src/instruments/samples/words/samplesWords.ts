import type { Language } from "../../../words/language.ts";
import { en, type SamplesWords } from "./en.ts";
import { es } from "./es.ts";

const all: Record<Language, SamplesWords> = { en, es };

export function samplesWords(language: Language): SamplesWords {
  return all[language];
}
