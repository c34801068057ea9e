import type { SoftmaxLossWords } from "./en.ts";

export const es = {
  hint: "Arrastra los logits o déjalos bajar",
  names: ["gato", "zorro", "perro", "búho"],
  logits: "Logits z, y hacia dónde se tira de ellos",
  logitChart: "Los logits del modelo, una barra por animal, de −5 a 10",
  logitValue: "logit de {name} {logit}, Q {probability}, tirón {pull}",
  arrows: "flecha: P − Q, el tirón del gradiente",
  chart: "P, la etiqueta, y Q, el softmax de los logits: un par de barras por animal",
  target: "P, la etiqueta",
  model: "Q = softmax(z)",
  modelWarmed: "Q = softmax(z / {t})",
  curve: "La pérdida, paso a paso",
  curveLabel:
    "Pérdida tras {steps} {steps|paso|pasos}: {cost}; {floor} son suelo y quedan {gap} por aprender",
  steps: "pasos",
  label: "Etiqueta",
  epsilon: "ε, suavizado",
  t: "temperatura",
  gamma: "γ, focal",
  rate: "ritmo",
  oneHot: "one-hot",
  off: "no",
  presets: "Empezar con",
  preset: { even: "todos iguales", smoothed: "una etiqueta suavizada", wrong: "seguro y equivocado" },
  readouts: {
    cost: "Pérdida",
    floor: "Suelo de la etiqueta",
    gap: "Queda por aprender",
    focal: "Lo que se minimiza",
    focalSymbol: "Σ P (1−Q)^γ log 1/Q",
    sure: "Confianza en la etiqueta",
    sureSymbol: "Q(etiqueta)",
    sureUnit: "de 1",
  },
  since: "{delta} desde el último cambio",
  verdict: {
    runaway:
      "Tras {steps} {steps|paso|pasos} el logit correcto lleva {lead} de ventaja. Ninguna basta: la pérdida seguiría bajando.",
    left: "El logit correcto lleva {lead} de ventaja y aquí se acaban la escala o los pasos. El descenso, no.",
    finite:
      "Tras {steps} {steps|paso|pasos} el logit correcto lleva {lead} de ventaja. Con {best} el modelo dice lo que dice la etiqueta.",
    there:
      "El logit correcto lleva {lead} de ventaja: el modelo dice lo que dice la etiqueta y ya nada tira de él.",
    focal:
      "Tras {steps} {steps|paso|pasos} el logit correcto lleva {lead} de ventaja. Lo que se minimiza ya no es la entropía cruzada.",
  },
  sentence: "La pérdida es {cost}: {floor} de suelo y {gap} por aprender.",
  table: "Números, y cada pendiente comprobada con un empujoncito",
  columns: {
    outcome: "Animal",
    logit: "z",
    slope: "pendiente",
    nudge: "a mano",
  },
} satisfies SoftmaxLossWords;
