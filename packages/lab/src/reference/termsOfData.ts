import type { Term } from "./term.ts";

/** The words of “From data”. */
export const termsOfData: readonly Term[] = [
  {
    id: "conditional-entropy",
    lesson: "mutual-information",
    en: ["conditional entropy", "What is left of Y on the average once X is known, H(Y|X)."],
    es: ["entropía condicional", "Lo que queda de Y, de media, cuando se sabe X: H(Y|X)."],
  },
  {
    id: "mutual-information",
    lesson: "mutual-information",
    en: [
      "mutual information",
      "What X says about Y, and Y about X: the entropy of one less what is left of it.",
    ],
    es: ["información mutua", "Lo que X dice de Y, e Y de X: la entropía de una menos lo que queda de ella."],
  },
  {
    id: "pointwise-information",
    lesson: "mutual-information",
    en: [
      "pointwise information",
      "The logarithm of how much oftener one pair comes than by chance; below zero if less often.",
    ],
    es: [
      "información puntual",
      "El logaritmo de cuánto más viene un par que por azar; bajo cero si viene menos.",
    ],
  },
  {
    id: "independence",
    lesson: "mutual-information",
    en: [
      "independence",
      "Two things of which neither says anything about the other; their probabilities multiply.",
    ],
    es: [
      "independencia",
      "Dos cosas de las que ninguna dice nada de la otra; sus probabilidades se multiplican.",
    ],
  },
  {
    id: "plug-in",
    lesson: "mutual-information",
    en: ["plug-in estimate", "A measure of the frequencies of a sample, as if they were the truth."],
    es: [
      "estimación por frecuencias",
      "Una medida de las frecuencias de una muestra, como si fueran la verdad.",
    ],
  },
  {
    id: "bias",
    lesson: "mutual-information",
    en: ["bias", "How far an estimate is off on the average over all samples."],
    es: ["sesgo", "Cuánto se aparta una estimación de media sobre todas las muestras."],
  },
];
