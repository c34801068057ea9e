import type { Language } from "../../words/language.ts";

const en = {
  label: "The two parts P plays in an average",
  saysDraws: "P draws: it says how often each outcome comes up.",
  saysPrices: "P prices: it says what each outcome costs when it does, log₂ 1/P(x).",
  outcome: "outcome",
  often: "how often",
  price: "its price, bits",
  product: "the two multiplied",
  average: "the average, H(P)",
  labelOfTwo: "The two parts of an average: P draws, Q prices",
  saysModelPrices: "Q prices: it says what each outcome costs when it does, log₂ 1/Q(x).",
  averageOfTwo: "the average, H(P, Q)",
};

export type RoleWords = typeof en;

const es: RoleWords = {
  label: "Los dos papeles de P en una media",
  saysDraws: "P reparte: dice con qué frecuencia sale cada resultado.",
  saysPrices: "P pone el precio: dice lo que cuesta cada resultado cuando sale, log₂ 1/P(x).",
  outcome: "resultado",
  often: "con qué frecuencia",
  price: "su precio, bits",
  product: "lo uno por lo otro",
  average: "la media, H(P)",
  labelOfTwo: "Los dos papeles de una media: P reparte, Q pone el precio",
  saysModelPrices: "Q pone el precio: dice lo que cuesta cada resultado cuando sale, log₂ 1/Q(x).",
  averageOfTwo: "la media, H(P, Q)",
};

const all: Record<Language, RoleWords> = { en, es };

export function roleWords(language: Language): RoleWords {
  return all[language];
}
