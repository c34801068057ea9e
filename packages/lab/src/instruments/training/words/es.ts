import type { TrainingWords } from "./en.ts";

export const es = {
  hint: "Empieza de cero y pulsa Reproducir",
  curve: "Pérdida al entrenar, por letra",
  curveLabel:
    "Tras {steps} pasos la pérdida al entrenar es de {loss} por letra: {floor} de suelo y {gap} por aprender. En lo reservado es de {held}.",
  held: "lo reservado",
  batch: "un lote",
  steps: "pasos",
  memory: "Letras que ve",
  rate: "ritmo",
  fromNothing: "De cero",
  writes: "Lo que escribe tras {steps} pasos",
  after: "Después de «{context}»: P̂, el texto, y Q, el modelo",
  text: "P̂, el texto",
  model: "Q, el modelo",
  rest: "otras",
  afterSentence:
    "Después de «{context}» la pérdida es de {loss}: la entropía cruzada del texto y el modelo ahí.",
  pairs: "Las letras de las que aprende",
  pairsRule:
    "Una fila por letra: lo que el modelo ve antes y ella misma, con una raya por espacio. Lo que queda de la segunda columna conocida la primera, H(Y|X), es el suelo: {floor}.",
  savePairs: "Guardar {file}",
  floorCommand: "El suelo en la línea de comandos",
  readouts: {
    loss: "Pérdida al entrenar",
    floor: "Suelo de los contextos",
    gap: "Queda por aprender",
    held: "Pérdida en lo reservado",
  },
  heldSymbol: "H(reservado, Q)",
  since: "{delta} desde el último cambio",
  ground:
    "{places} letras de este libro tras {contexts} contextos distintos. Ningún modelo que vea {memory} paga en estas letras menos que el suelo; del español no dice nada.",
} satisfies TrainingWords;
