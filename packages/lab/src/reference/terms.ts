import type { Term } from "./term.ts";
import { termsOfData } from "./termsOfData.ts";
import { termsOfMotion } from "./termsOfMotion.ts";

/** The words of the book in both languages, each with its meaning and the lesson that explains it. */
export const terms: readonly Term[] = [
  {
    id: "distribution",
    lesson: "kl-divergence",
    en: ["distribution", "Probabilities for all that may happen; they add up to one."],
    es: ["distribución", "Probabilidades de todo lo que puede ocurrir; suman uno."],
  },
  {
    id: "outcome",
    lesson: "surprise",
    en: ["outcome", "One of the things that may happen in a draw."],
    es: ["resultado", "Una de las cosas que pueden ocurrir en una extracción."],
  },
  {
    id: "truth",
    lesson: "kl-divergence",
    en: ["truth, P", "The distribution that outcomes come from. It weighs."],
    es: ["verdad, P", "La distribución de la que salen los resultados. Es la que pesa."],
  },
  {
    id: "model",
    lesson: "kl-divergence",
    en: ["model, Q", "The distribution that somebody believes in. It sets the price."],
    es: ["modelo, Q", "La distribución en la que alguien cree. Es la que pone el precio."],
  },
  {
    id: "surprise",
    lesson: "surprise",
    en: ["surprise", "Minus the logarithm of a probability; also called self-information or surprisal."],
    es: [
      "sorpresa",
      "El logaritmo de una probabilidad, cambiado de signo; también se llama autoinformación.",
    ],
  },
  {
    id: "bit",
    lesson: "surprise",
    en: ["bit", "The surprise of one side of a fair coin; the unit of logarithms to base two."],
    es: ["bit", "La sorpresa de una cara de una moneda justa; la unidad de los logaritmos en base dos."],
  },
  {
    id: "nat",
    lesson: "surprise",
    en: ["nat", "The unit of natural logarithms; a bit is the natural logarithm of two, in nats."],
    es: ["nat", "La unidad de los logaritmos naturales; un bit es el logaritmo natural de dos, en nats."],
  },
  {
    id: "ban",
    lesson: "surprise",
    en: ["ban", "The surprise of one digit in ten; the unit of logarithms to base ten."],
    es: ["ban", "La sorpresa de una cifra entre diez; la unidad de los logaritmos en base diez."],
  },
  {
    id: "entropy",
    lesson: "entropy",
    en: ["entropy", "The mean surprise of those who know the odds."],
    es: ["entropía", "La sorpresa media de quien sabe las probabilidades."],
  },
  {
    id: "support",
    lesson: "kl-divergence",
    en: ["support", "The outcomes whose probability is above zero."],
    es: ["soporte", "Los resultados con probabilidad mayor que cero."],
  },
  {
    id: "prefix-code",
    lesson: "entropy",
    en: ["prefix code", "A code in which no word begins another, so that no commas are needed between them."],
    es: [
      "código prefijo",
      "Un código en el que ninguna palabra es el comienzo de otra; así no hacen falta comas entre ellas.",
    ],
  },
  {
    id: "huffman-code",
    lesson: "entropy",
    en: [
      "Huffman code",
      "The prefix code with the shortest messages on average, when each outcome gets whole bits of its own.",
    ],
    es: [
      "código de Huffman",
      "El código prefijo de mensajes más cortos en promedio, cuando cada resultado recibe bits enteros propios.",
    ],
  },
  {
    id: "arithmetic-coding",
    lesson: "kl-divergence",
    en: [
      "arithmetic coding",
      "A code for whole messages, within two bits of their surprise under the model.",
    ],
    es: [
      "codificación aritmética",
      "Un código para mensajes enteros, a menos de dos bits de su sorpresa según el modelo.",
    ],
  },
  {
    id: "cross-entropy",
    lesson: "cross-entropy",
    en: ["cross-entropy", "The mean surprise, when P happens, of those who believe Q."],
    es: ["entropía cruzada", "La sorpresa media, cuando ocurre P, de quien cree Q."],
  },
  {
    id: "kl-divergence",
    lesson: "kl-divergence",
    en: ["KL divergence", "Cross-entropy less entropy: what believing Q costs beyond what nobody can avoid."],
    es: [
      "divergencia KL",
      "La entropía cruzada menos la entropía: lo que cuesta creer Q además de lo que nadie puede evitar.",
    ],
  },
  {
    id: "forward",
    lesson: "two-directions",
    en: ["forward KL", "D(P‖Q), weighed by the truth; its best model covers all that happens."],
    es: ["KL directa", "D(P‖Q), pesada con la verdad; su mejor modelo cubre todo lo que ocurre."],
  },
  {
    id: "reverse",
    lesson: "two-directions",
    en: ["reverse KL", "D(Q‖P), weighed by the model; its best model may settle on one mode."],
    es: ["KL inversa", "D(Q‖P), pesada con el modelo; su mejor modelo puede quedarse en una sola moda."],
  },
  {
    id: "mode",
    lesson: "two-directions",
    en: ["mode", "A place where a distribution is higher than around it."],
    es: ["moda", "Un lugar donde una distribución es más alta que a su alrededor."],
  },
  {
    id: "gibbs",
    lesson: "kl-divergence",
    en: ["Gibbs’ inequality", "Cross-entropy is never below entropy, and equals it only where Q equals P."],
    es: [
      "desigualdad de Gibbs",
      "La entropía cruzada nunca baja de la entropía, y solo la iguala si Q es igual a P.",
    ],
  },
  {
    id: "smoothing",
    lesson: "kl-divergence",
    en: ["smoothing", "Giving every outcome a little, so that none is impossible."],
    es: ["suavizado", "Dar un poco a cada resultado, para que ninguno sea imposible."],
  },
  {
    id: "token",
    lesson: "language-models",
    en: ["token", "The piece of text that a language model forecasts at a time."],
    es: ["token", "El trozo de texto que un modelo de lenguaje pronostica cada vez."],
  },
  {
    id: "logit",
    lesson: "language-models",
    en: ["logit", "A score before softmax; only differences between logits count."],
    es: ["logit", "Una puntuación antes de la softmax; solo cuentan las diferencias entre logits."],
  },
  {
    id: "softmax",
    lesson: "language-models",
    en: ["softmax", "Exponentials divided by their sum: it turns logits into probabilities."],
    es: ["softmax", "Exponenciales divididas por su suma: convierte logits en probabilidades."],
  },
  {
    id: "temperature",
    lesson: "language-models",
    en: ["temperature", "What logits are divided by: below one sharpens, above one flattens."],
    es: [
      "temperatura",
      "Aquello por lo que se dividen los logits: por debajo de uno afila, por encima aplana.",
    ],
  },
  {
    id: "perplexity",
    lesson: "language-models",
    en: ["perplexity", "The number of equally likely choices that would be as surprising."],
    es: ["perplejidad", "El número de opciones igual de probables que sorprenderían lo mismo."],
  },
  {
    id: "maximum-likelihood",
    lesson: "kl-divergence",
    en: [
      "maximum likelihood",
      "To choose the model that makes the data likeliest; the same as least forward KL from the data.",
    ],
    es: [
      "máxima verosimilitud",
      "Elegir el modelo que hace más probables los datos; lo mismo que la menor KL directa desde los datos.",
    ],
  },
  ...termsOfMotion,
  ...termsOfData,
];
