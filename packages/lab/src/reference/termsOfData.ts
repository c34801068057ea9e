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
  {
    id: "posterior",
    lesson: "inference",
    en: [
      "posterior",
      "What is known of z once x has been seen, P(z|x): prior times likelihood, made to sum to one.",
    ],
    es: ["posterior", "Lo que se sabe de z una vez visto x, P(z|x): previa por verosimilitud, normalizada."],
  },
  {
    id: "prior",
    lesson: "inference",
    en: ["prior", "What is known before anything has been seen, P(z)."],
    es: ["distribución previa", "Lo que se sabe antes de ver nada, P(z)."],
  },
  {
    id: "elbo",
    lesson: "inference",
    en: [
      "evidence lower bound (ELBO)",
      "What Q explains of x less how far it has moved from the prior; log P(x) less D(Q‖P(z|x)).",
    ],
    es: [
      "cota inferior de la evidencia (ELBO)",
      "Lo que Q explica de x menos lo que se ha movido de la previa; log P(x) menos D(Q‖P(z|x)).",
    ],
  },
  {
    id: "variational-inference",
    lesson: "inference",
    en: [
      "variational inference",
      "To look for the belief of a handy kind with the least D(Q‖P(z|x)), by its bound.",
    ],
    es: [
      "inferencia variacional",
      "Buscar, por su cota, la creencia de una clase manejable con la menor D(Q‖P(z|x)).",
    ],
  },
  {
    id: "mean-field",
    lesson: "inference",
    en: ["mean field", "A belief that treats everything apart. By D(Q‖P) it is too sure of each."],
    es: [
      "campo medio",
      "Una creencia que lo trata todo por separado. Según D(Q‖P), demasiado segura de cada cosa.",
    ],
  },
  {
    id: "autoencoder",
    lesson: "inference",
    en: [
      "variational autoencoder (VAE)",
      "A network that says a belief about a code and one that paints from it, trained together on the bound.",
    ],
    es: [
      "autocodificador variacional (VAE)",
      "Una red que dice una creencia sobre un código y otra que pinta desde él, entrenadas juntas con la cota.",
    ],
  },
  {
    id: "posterior-collapse",
    lesson: "inference",
    en: ["posterior collapse", "A code that says nothing: for every x the belief is the prior."],
    es: ["colapso de la posterior", "Un código que no dice nada: para todo x, la creencia es la previa."],
  },
];
