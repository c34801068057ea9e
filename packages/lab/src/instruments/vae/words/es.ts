import type { VaeWords } from "./en.ts";

export const es = {
  hint: "Elige β y pulsa Reproducir",
  codes: "Con qué se cuentan las imágenes: Q(z|x), una elipse por noche",
  codesLabel:
    "El plano de los dos números de un código, de menos tres a tres. Cada una de {count} noches es una elipse, de {sd} de anchura media; la de la distribución previa es uno.",
  code: ["Primer número del código", "Segundo número del código"],
  handleText: "{name}: {value}",
  nights: "Seis noches, P, y lo que vuelve, Q",
  painted: "Pintado desde z = ({a}; {b})",
  trade: "Lo que se cuenta frente a lo que queda",
  tradeLabel:
    "En el código, {rate}; por contar, {distortion}. Los entrenamientos completos con otras β forman una curva desde {most} en el código hasta nada.",
  told: "contado en el código, {unit}",
  left: "queda, {unit}",
  beta: "β",
  fromNothing: "Desde cero",
  steps: "{steps} pasos",
  sentence:
    "Tras {steps} pasos con β = {beta}: {rate} en el código, {distortion} por contar de una imagen, {bound} en total.",
  terms: ["por contar: {value}", "contado en el código, a β el nat: {numbers} = {value}"],
  readouts: {
    told: "Contado en el código",
    left: "Queda por contar",
    bound: "Las dos: la cota",
    minimised: "Lo que se minimiza",
  },
  minimisedSymbol: "queda + β · contado",
  since: "{delta} desde el último cambio",
  verdict: {
    collapsed: "Colapso: todas las noches tienen el mismo código, el previo, y se pinta la noche media.",
    one: "Un número lo dice casi todo; el otro se deja a la distribución previa.",
    both: "Los dos números trabajan.",
  },
  waiting: "El modelo se está entrenando.",
} satisfies VaeWords;
