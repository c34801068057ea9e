import type { QuestionWords } from "./en.ts";

export const es = {
  question: "Pregunta {number}",
  answer: "Tu respuesta",
  inUnit: "en {unit}",
  check: "Comprobar",
  checkFigure: "Comprobar la figura",
  showMe: "Ver la solución",
  hint: "Pista: {text}",
  right: "Correcto.",
  rightInUnit: "Correcto: los {unit} también valen. En la unidad pedida son {value}.",
  wrongUnit: "El número está bien, pero son {asked}, no {unit}.",
  wrongBase: "La cantidad es esa, pero con {bases}: son {unit}. La pregunta pide {asked}.",
  sign: "El tamaño es ese y el signo no: esta cantidad nunca es negativa. Mira el menos de delante, o si la fracción del logaritmo está del revés.",
  bases: {
    bits: "logaritmos en base 2",
    nats: "logaritmos naturales",
    bans: "logaritmos en base 10",
  },
  close: "Casi. Conserva más cifras por el camino y redondea a {decimals} decimales al final.",
  notANumber: "Eso todavía no es un número. Puedes escribir 0,5, 0.5, 1/2 o log2(5).",
  noBase: "¿En qué base? Escribe log2, ln o log10.",
  wrong: "Todavía no.",
  choose: "Elige antes una de las respuestas.",
  noFigure: "La figura aún no está lista.",
  tally: "{answered} / {total} preguntas contestadas",
  complete: "Lección completa: todas las preguntas contestadas.",
} satisfies QuestionWords;
