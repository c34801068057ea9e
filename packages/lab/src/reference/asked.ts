import type { Language } from "../words/language.ts";

type Words = Readonly<Record<Language, string>>;

/** The questions that people ask, by what they are about; the answers are in the prose of the page, in the same order. */
export const asked = [
  {
    id: "units",
    en: "Logarithms and units",
    es: "Logaritmos y unidades",
    questions: [
      { id: "why-log", en: "Why a logarithm?", es: "¿Por qué un logaritmo?" },
      {
        id: "why-not-probability",
        en: "Why not just the probability?",
        es: "¿Por qué no la probabilidad, sin más?",
      },
      { id: "why-base-two", en: "Why base two?", es: "¿Por qué en base dos?" },
      { id: "nats-or-bits", en: "Nats or bits?", es: "¿Nats o bits?" },
    ],
  },
  {
    id: "entropy",
    en: "Entropy",
    es: "Entropía",
    questions: [
      { id: "above-one", en: "Can entropy exceed one?", es: "¿Puede la entropía pasar de uno?" },
      { id: "negative-entropy", en: "Can entropy be negative?", es: "¿Puede ser negativa la entropía?" },
      { id: "zero-log-zero", en: "What is 0 · log 0?", es: "¿Cuánto es 0 · log 0?" },
      {
        id: "yes-or-no",
        en: "Is entropy the number of yes-or-no questions?",
        es: "¿Es la entropía el número de preguntas de sí o no?",
      },
      {
        id: "samples",
        en: "How many samples does an entropy need?",
        es: "¿Cuántas muestras pide una entropía?",
      },
    ],
  },
  {
    id: "divergence",
    en: "Cross-entropy and KL divergence",
    es: "Entropía cruzada y divergencia KL",
    questions: [
      { id: "loss", en: "Cross-entropy or KL as a loss?", es: "¿Entropía cruzada o KL como pérdida?" },
      { id: "which-first", en: "Which distribution goes first?", es: "¿Qué distribución va primero?" },
      { id: "distance", en: "Is KL a distance?", es: "¿Es KL una distancia?" },
      { id: "negative", en: "Why is my KL negative?", es: "¿Por qué me sale una KL negativa?" },
      { id: "infinite", en: "Why is my KL infinite?", es: "¿Por qué me sale una KL infinita?" },
      { id: "nan", en: "Why is my KL NaN?", es: "¿Por qué me sale NaN?" },
      { id: "epsilon", en: "May I add a small ε?", es: "¿Puedo sumar un ε pequeño?" },
      {
        id: "large",
        en: "Is a KL of a tenth of a bit large?",
        es: "¿Es grande una KL de una décima de bit?",
      },
      { id: "js", en: "Jensen–Shannon or KL?", es: "¿Jensen–Shannon o KL?" },
      {
        id: "mutual-information",
        en: "What has mutual information to do with KL?",
        es: "¿Qué tiene que ver la información mutua con KL?",
      },
    ],
  },
  {
    id: "models",
    en: "Language models",
    es: "Modelos de lenguaje",
    questions: [
      { id: "perplexity", en: "Cross-entropy or perplexity?", es: "¿Entropía cruzada o perplejidad?" },
      {
        id: "perplexity-limits",
        en: "What can perplexity not tell?",
        es: "¿Qué no puede decir la perplejidad?",
      },
      {
        id: "tokenisers",
        en: "Can I compare perplexities of different tokenisers?",
        es: "¿Puedo comparar perplejidades de tokenizadores distintos?",
      },
      {
        id: "logprobs",
        en: "I only have the top-k log-probabilities. What now?",
        es: "Solo tengo las log-probabilidades de los k primeros. ¿Y ahora?",
      },
      {
        id: "temperature",
        en: "Does a low temperature stay close to the model?",
        es: "¿Con temperatura baja se queda uno cerca del modelo?",
      },
      { id: "beam", en: "Does beam search use KL?", es: "¿Usa KL la búsqueda en haz?" },
    ],
  },
  {
    id: "directions",
    en: "Directions and training",
    es: "Sentidos y entrenamiento",
    questions: [
      { id: "direction", en: "Forward or reverse?", es: "¿Directa o inversa?" },
      {
        id: "blind-spot",
        en: "Why has reverse KL no gradient where Q is zero?",
        es: "¿Por qué la KL inversa no tiene gradiente donde Q es cero?",
      },
      {
        id: "variance",
        en: "Has forward KL the quieter gradient?",
        es: "¿Tiene la KL directa el gradiente más tranquilo?",
      },
      {
        id: "distillation",
        en: "Distil with forward or reverse KL?",
        es: "¿Destilar con KL directa o inversa?",
      },
      {
        id: "one-mode",
        en: "What if the student should keep only some modes?",
        es: "¿Y si el alumno solo debe quedarse con algunas modas?",
      },
      {
        id: "label-smoothing",
        en: "What is label smoothing for?",
        es: "¿Para qué sirve suavizar las etiquetas?",
      },
      {
        id: "policy",
        en: "Is reinforcement learning on log P − log Q reverse KL?",
        es: "¿Es KL inversa el aprendizaje por refuerzo con log P − log Q?",
      },
      {
        id: "penalty",
        en: "Which estimator for the KL penalty of RLHF?",
        es: "¿Qué estimador para la penalización KL de RLHF?",
      },
      {
        id: "vae",
        en: "What does the KL of a variational autoencoder cost?",
        es: "¿Qué cuesta la KL de un autocodificador variacional?",
      },
    ],
  },
] as const satisfies readonly (Words & { id: string; questions: readonly (Words & { id: string })[] })[];

export type AskedGroup = (typeof asked)[number]["id"];
export type Asked = (typeof asked)[number]["questions"][number]["id"];
