import type { Language } from "../../../words/language.ts";
import { en, type PolicyWords } from "./en.ts";
import { es } from "./es.ts";

const all: Record<Language, PolicyWords> = { en, es };

export function policyWords(language: Language): PolicyWords {
  return all[language];
}
