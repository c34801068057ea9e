import type { WorksheetWords } from "./en.ts";

export const es = {
  form: "Qué lleva la hoja",
  lessons: "Lecciones",
  seed: "Semilla",
  another: "Otra",
  count: "Ejercicios",
  unit: "Unidad",
  key: "Con las soluciones, en página aparte",
  other: "In English",
  print: "Imprimir",
  copy: "Copiar el enlace",
  copied: "Copiado: quien lo abra tendrá la misma hoja.",
  copyFailed: "Este navegador no deja copiar a la página. El enlace está en la barra de direcciones.",
  changed: "{count} ejercicios, semilla {seed}.",
  title: "Hoja de ejercicios {seed}",
  name: "Nombre",
  date: "Fecha",
  rule: "Da todas las respuestas en {unit}, con {decimals} decimales.",
  answer: "Respuesta",
  bars: "Barras",
  keyTitle: "Soluciones de la hoja {seed}",
  again: "La misma hoja otra vez:",
  links: {
    damaged: "El enlace a esta hoja está dañado o incompleto, así que aquí hay otra.",
    version:
      "El enlace a esta hoja lo hizo otra versión del Lab, con otros números; así que aquí hay otra hoja.",
  },
  wrong: "Números equivocados y qué son",
} satisfies WorksheetWords;
