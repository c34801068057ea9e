import type { TangentWords } from "./en.ts";

export const es = {
  hint: "Sigue a la figura {figure}: cambia allí P o Q",
  chart: "La curva ln t queda por debajo de la recta t − 1 y la toca en t = 1. {points}",
  point: "{name}: t = {t}, hueco {gap}.",
  axis: "t = Q(x) / P(x)",
  line: "t − 1",
  curve: "ln t",
  sum: "Los huecos, pesados con P",
  elsewhere: "Q en lo que no puede ocurrir",
} satisfies TangentWords;
