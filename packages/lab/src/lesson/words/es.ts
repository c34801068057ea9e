import type { LessonWords } from "./en.ts";

export const es = {
  summary: "En un párrafo",
  predict: "Antes de mirar",
  guess: "Tu apuesta",
  inUnit: "en {unit}",
  commit: "Esa es mi apuesta",
  committed: "Apuesta guardada",
  reveal: "Ver qué pasa",
  guessed: "Has apostado por {guess}. Es {value}.",
  notANumber: "Eso todavía no es un número. Puedes escribir 0,5, 0.5, 1/2 o log2(5).",
  choose: "Elige antes una. De una apuesta fallida se aprende más que de ninguna.",
} satisfies LessonWords;
