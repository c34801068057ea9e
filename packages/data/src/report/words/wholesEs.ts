import type { WholesWords } from "./wholesEn.ts";

export const wholesEs: WholesWords = {
  titleOfOne: (name) => `Muestras de ${name}`,
  titleOf: (name, value) => `${name}: ${value}`,
  documents: (count) => `${count} ${count === "1" ? "documento" : "documentos"}`,
  scored: (documents, of, size) =>
    `${{ document: documents, continuation: `Las continuaciones de ${documents}`, choice: `Las continuaciones correctas de ${documents}` }[of]}, con una puntuación para el total${size === "" ? "" : `, de ${size}`}.`,
  size: (bytes, words) =>
    [
      bytes && `${bytes} ${bytes === "1" ? "byte" : "bytes"}`,
      words && `${words} ${words === "1" ? "palabra" : "palabras"}`,
    ]
      .filter(Boolean)
      .join(" y "),
  sections: {
    spread: "Cómo se reparte",
    documents: "Los documentos",
  },
  readouts: {
    wordPerplexity: "Perplejidad por palabra",
    bytePerplexity: "Perplejidad por byte",
    perDocument: "Sorpresa por documento",
    perContinuation: "Sorpresa por continuación",
    likeliest: "La correcta es la más probable",
    greedy: "Cada uno de sus tokens es el más probable",
    of: {
      base: (name) => `${name}, según P`,
      candidate: (name) => `${name}, según Q`,
      difference: (name) => `${name}, la de Q menos la de P`,
    },
  },
  verdict: {
    surprise: {
      lower: "Los mismos documentos sorprenden menos a Q que a P.",
      higher: "Los mismos documentos sorprenden más a Q que a P.",
      "not distinguishable": "Por la sorpresa, Q no se distingue de P.",
    },
    right: {
      lower: "Q acierta menos veces que P.",
      higher: "Q acierta más veces que P.",
      "not distinguishable": "Por las veces que acierta, Q no se distingue de P.",
    },
  },
  table: {
    document: "Documento",
    text: "Empieza así",
    base: "P",
    candidate: "Q",
    difference: "Q menos P",
    right: "Acierta",
    rightByP: "P acierta",
    rightByQ: "Q acierta",
    yes: "sí",
    no: "no",
  },
  perByte: "la sorpresa por byte",
  perWhole: { document: "la sorpresa por documento", continuation: "la sorpresa por continuación" },
  shades: {
    one: (measure) =>
      `Por ${measure}, primero los que más sorprenden. Cuanto más oscuro el comienzo de un texto, más raro es ese valor entre todos: empieza en la mediana.`,
    pair: (measure) =>
      `Por cuánto cambia ${measure}, primero los que más: en azul donde Q se sorprende más; en rojo donde se sorprende menos. Cuanto más oscuro, más rara es esa diferencia: empieza en la mediana.`,
  },
  shown: (shown, of) => `Se listan ${shown} de ${of}; todos están entre los números que se guardan.`,
  card: {
    lead: "Otros números se pueden comparar con estos si comparten",
    documents: "documentos",
    bytes: "bytes",
    words: "palabras",
    mean: "media sobre",
    unsaid: "y también lo que las muestras no dicen: tarea, ejemplos en la instrucción, ventana, token BOS.",
  },
  notes: {
    impossible: (model, documents, which) =>
      `Infinito, porque ${model === "" ? "el modelo" : model} da probabilidad 0 a ${documents}: ${which}.`,
    few: (count) => `Los intervalos de menos de ${count} documentos independientes quedan cortos.`,
    noTokens: "Las muestras no dicen cuántos tokens tiene un documento, así que nada se dice por token.",
    otherPrompts: (documents) =>
      `Lo que se preguntó a cada modelo es distinto en ${documents}: se comparan con lo que cada uno vio.`,
    assumed:
      "Se supone igual, pues las muestras no lo dicen: tarea, ejemplos en la instrucción, ventana, token BOS.",
  },
  save: {
    csv: "Documentos, CSV",
    hint: (unit) =>
      `Todos los documentos con todas sus cifras, sin su texto, en ${unit}, desde este mismo archivo.`,
  },
  instead: {
    tableHeads: { worth: "Vale por, en documentos independientes", pair: "Par, en los mismos documentos" },
    pairMeaning:
      "«No se distingue» dice que estos documentos no bastan para saberlo a este nivel, no que los dos sean iguales.",
    charts: {
      surprise: "Sorpresa por byte, documento a documento",
      surpriseOfWhole: "Sorpresa, documento a documento",
      shareOfTokens: "% de documentos",
      describeSpread: (name, median, high, most) =>
        `${name}: la mitad de los documentos por debajo de ${median}, el 99 % por debajo de ${high}, como mucho ${most}.`,
    },
    methods: {
      independent: "documentos sueltos, como si fueran independientes",
      assumes:
        "Se supone que los documentos son independientes: si varios salen de una misma fuente, los intervalos quedan cortos.",
      rates: "Las tasas llevan el intervalo de Wilson.",
      worth: "«Vale por» es el número de documentos independientes que dirían lo mismo de la cifra.",
      paired:
        "Lo que compara dos modelos se toma documento a documento, de modo que se cancela lo que es difícil para ambos.",
    },
  },
};
