import type { Language } from "../words/language.ts";

type Entry = Record<Language, readonly [name: string, meaning: string]> & {
  readonly id: string;
  /** The lesson that explains it. */
  readonly lesson: string;
};

/** The words of the book in both languages, each with its meaning and the lesson that explains it. */
export const terms: readonly Entry[] = [
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
    id: "policy",
    lesson: "policies",
    en: ["policy", "What a model that is being rewarded does: the distribution its replies are drawn from."],
    es: [
      "política",
      "Lo que hace un modelo al que se recompensa: la distribución de la que se extraen sus respuestas.",
    ],
  },
  {
    id: "leash",
    lesson: "policies",
    en: ["leash, β", "The price of straying from a reference, for each nat of D(Q‖P)."],
    es: ["correa, β", "El precio de alejarse de una referencia, por cada nat de D(Q‖P)."],
  },
  {
    id: "reward-hacking",
    lesson: "policies",
    en: ["reward hacking", "To earn more points and do worse at what the points stand for."],
    es: ["burlar la recompensa", "Ganar más puntos y hacer peor aquello que los puntos representan."],
  },
  {
    id: "advantage",
    lesson: "policies",
    en: ["advantage", "What a draw earned above the average of its batch."],
    es: ["ventaja", "Lo que una extracción ganó por encima de la media de su lote."],
  },
  {
    id: "ppo",
    lesson: "policies",
    en: [
      "PPO",
      "Proximal policy optimisation: several steps on one batch, with the ratio of new to old policy clipped.",
    ],
    es: [
      "PPO",
      "Optimización de la política en sus cercanías: varios pasos con un lote, recortando el cociente entre la política nueva y la vieja.",
    ],
  },
  {
    id: "trust-region",
    lesson: "policies",
    en: [
      "trust region",
      "The policies within a given divergence of the old one, where its draws still count.",
    ],
    es: [
      "región de confianza",
      "Las políticas a menos de cierta divergencia de la vieja, donde sus extracciones todavía valen.",
    ],
  },
  {
    id: "gradient",
    lesson: "gradients",
    en: [
      "gradient",
      "How fast a quantity changes with each of its parameters. Other parameters, another gradient.",
    ],
    es: [
      "gradiente",
      "Lo deprisa que cambia una cantidad con cada uno de sus parámetros. Con otros parámetros, otro gradiente.",
    ],
  },
  {
    id: "score",
    lesson: "gradients",
    en: ["score", "The gradient of the logarithm of the probability of what was drawn; zero on average."],
    es: [
      "puntuación",
      "El gradiente del logaritmo de la probabilidad de lo que ha salido; en promedio es cero.",
    ],
  },
  {
    id: "baseline",
    lesson: "gradients",
    en: [
      "baseline",
      "A constant taken off the cost of every draw: it moves the scatter of estimates, not their mean.",
    ],
    es: [
      "línea base",
      "Una constante que se resta al coste de cada extracción: cambia la dispersión de las estimaciones, no su media.",
    ],
  },
  {
    id: "blind-spot",
    lesson: "gradients",
    en: ["blind spot", "An outcome that the model never draws, so that its logit does not move D(Q‖P)."],
    es: ["punto ciego", "Un resultado que el modelo no saca nunca, de modo que su logit no mueve D(Q‖P)."],
  },
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
    id: "perplexity",
    lesson: "language-models",
    en: ["perplexity", "The number of equally likely choices that would be as surprising."],
    es: ["perplejidad", "El número de opciones igual de probables que sorprenderían lo mismo."],
  },
  {
    id: "one-hot",
    lesson: "loss-curves",
    en: ["one-hot label", "A label that gives everything to one outcome; its entropy is zero."],
    es: ["etiqueta one-hot", "Una etiqueta que lo da todo a un resultado; su entropía es cero."],
  },
  {
    id: "label-smoothing",
    lesson: "loss-curves",
    en: [
      "label smoothing",
      "To mix a label with a little of the uniform distribution, so that the best logits are finite.",
    ],
    es: [
      "suavizado de etiquetas",
      "Mezclar una etiqueta con algo de la distribución uniforme, para que los mejores logits sean finitos.",
    ],
  },
  {
    id: "loss-curve",
    lesson: "loss-curves",
    en: ["loss curve", "The cross-entropy of a model in training, step by step."],
    es: ["curva de pérdida", "La entropía cruzada de un modelo mientras se entrena, paso a paso."],
  },
  {
    id: "calibration",
    lesson: "loss-curves",
    en: ["calibration", "To be right as often as one says."],
    es: ["calibración", "Acertar con la frecuencia que se anuncia."],
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
];
