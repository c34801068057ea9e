import type { UnitsWords } from "./en.ts";

export const es = {
  title: "Bits, nats, bans, perplejidad",
  hint: "Escribe en cualquier casilla o arrastra la línea",
  rule: "Una cantidad en cuatro reglas",
  fields: { bits: "bits", nats: "nats", bans: "bans", perplexity: "perplejidad" },
  one: "una extracción",
  per: { token: "token", character: "carácter", byte: "byte" },
  inText: "En un texto",
  count: "en el texto",
  fieldOf: "{field} de {one}",
  fieldPer: "{field} por {piece}",
  countOf: "Cuántos hay en el texto: {piece}",
  handle: "{bits} bits, {nats} nats, {bans} bans, perplejidad {perplexity}",
  amount: "Cantidad, en bits",
  rows: "en opciones",
  symbols: "PP = 2^bits = e^nats = 10^bans",
  term: "{base} elevado a {exponent} es {value}",
  sentence:
    "{bits} bits, {nats} nats o {bans} bans son una misma cantidad: perplejidad {perplexity}, sea cual sea la base.",
  sentencePer:
    "Por {piece}: {bits} bits, {nats} nats o {bans} bans son una misma cantidad, perplejidad {perplexity}.",
  bill: "El texto entero cuesta {bits} bits, {bytes} bytes, se corte como se corte.",
  over: "La perplejidad pasa del mayor número que cabe en doble precisión; por eso queda como potencia.",
  under: "La perplejidad no llega al menor número que cabe en doble precisión; por eso queda como potencia.",
  overUnit: "En alguna de las unidades la cantidad pasa del mayor número que cabe en doble precisión.",
  negative:
    "Bajo cero: una perplejidad menor que uno. Ninguna lista de resultados la tiene; una densidad, sí puede.",
  infinite: "Infinita: ha ocurrido algo imposible. Ningún número de opciones basta.",
  badNumber:
    "Eso no es una cantidad. Escribe un número como 3, 0,5, 1/3, log2(6) o 2^10, sin separar los millares.",
  badPerplexity: "Una perplejidad es mayor que cero.",
  badCount: "Un texto tiene un número entero de trozos, al menos uno.",
  try: "Prueba con",
  presets: {
    coin: "una moneda",
    die: "un dado",
    digit: "una cifra",
    byte: "un byte",
    vocabulary: "uno de {count} tokens",
    loss: "una pérdida de 3 nats",
  },
} satisfies UnitsWords;
