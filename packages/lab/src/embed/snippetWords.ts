import type { Language } from "../words/language.ts";

const en = {
  figure: "Figure",
  open: "Open it alone",
  hide: "Leave out",
  parts: {
    controls: "controls",
    values: "table of values",
    readouts: "readouts",
    formula: "formula",
    command: "command",
  },
  link: "In the state of this link, as Share under a figure gives it",
  lines: "The lines for your page",
  copy: "Copy",
  said: {
    copied: "Copied.",
    copyFailed: "This browser does not let the page copy. Select the lines instead.",
  },
};

const es: typeof en = {
  figure: "Figura",
  open: "Abrirla sola",
  hide: "Dejar fuera",
  parts: {
    controls: "mandos",
    values: "tabla de valores",
    readouts: "lecturas",
    formula: "fórmula",
    command: "comando",
  },
  link: "En el estado de este enlace, el que da Compartir al pie de una figura",
  lines: "Las líneas para tu página",
  copy: "Copiar",
  said: {
    copied: "Copiado.",
    copyFailed: "Este navegador no deja copiar a la página. Selecciona las líneas.",
  },
};

/** What the form that makes the lines for framing a figure says. */
export function snippetWords(language: Language): typeof en {
  return { en, es }[language];
}
