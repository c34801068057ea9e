import type { Term } from "./term.ts";

/** The words of “Moving a distribution”. */
export const termsOfMotion: readonly Term[] = [
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
    id: "distillation",
    lesson: "distillation",
    en: [
      "distillation",
      "To train a small model on what a large one thinks could happen, not on what happened.",
    ],
    es: [
      "destilación",
      "Entrenar un modelo pequeño con lo que uno grande cree que podría ocurrir, y no con lo que ocurrió.",
    ],
  },
  {
    id: "teacher",
    lesson: "distillation",
    en: ["teacher and student", "The model that is learned from, P, and the one that learns, Q."],
    es: ["maestro y alumno", "El modelo del que se aprende, P, y el que aprende, Q."],
  },
  {
    id: "wasted-mass",
    lesson: "distillation",
    en: ["wasted mass", "How often a student says what its teacher hardly ever says."],
    es: ["masa malgastada", "Con qué frecuencia dice un alumno lo que su maestro no dice casi nunca."],
  },
  {
    id: "missed-mode",
    lesson: "distillation",
    en: ["missed mode", "What a teacher says often and its student hardly ever."],
    es: ["moda perdida", "Lo que un maestro dice a menudo y su alumno casi nunca."],
  },
  {
    id: "conditioned-teacher",
    lesson: "distillation",
    en: [
      "teacher given the task",
      "The teacher with every outcome weighed by the chance that it serves the task, by Bayes’ rule.",
    ],
    es: [
      "maestro dada la tarea",
      "El maestro con cada resultado pesado por la probabilidad de que sirva para la tarea, por la regla de Bayes.",
    ],
  },
  {
    id: "on-policy",
    lesson: "distillation",
    en: [
      "on-policy, off-policy",
      "Learning from what the student itself has drawn, or from what another has.",
    ],
    es: [
      "on-policy, off-policy",
      "Aprender de lo que ha extraído el propio alumno, o de lo que ha extraído otro.",
    ],
  },
  {
    id: "skewed-divergence",
    lesson: "distillation",
    en: [
      "skewed divergence",
      "The divergence of P from a mixture of P and Q, which forgives what Q leaves out; in reverse, what Q adds.",
    ],
    es: [
      "divergencia sesgada",
      "La divergencia de P respecto a una mezcla de P y Q, que perdona lo que Q se deja; la inversa, lo que Q añade.",
    ],
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
];
