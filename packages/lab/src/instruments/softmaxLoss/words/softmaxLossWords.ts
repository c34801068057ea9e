import type { Language } from "../../../words/language.ts";
import { en, type SoftmaxLossWords } from "./en.ts";
import { es } from "./es.ts";

const all: Record<Language, SoftmaxLossWords> = { en, es };

export function softmaxLossWords(language: Language): SoftmaxLossWords {
  return all[language];
}
