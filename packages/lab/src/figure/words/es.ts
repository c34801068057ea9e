import type { FigureWords } from "./en.ts";

export const es = {
  unit: "Unidad",
  units: { bits: "bits", nats: "nats", bans: "bans" },
  undo: "Deshacer",
  redo: "Rehacer",
  reset: "Restablecer",
  share: "Compartir",
  copied: "Enlace copiado",
  copyFailed:
    "El navegador no permite copiar desde la página. El enlace está ahora en la barra de direcciones.",
  save: "Guardar figura",
  saveAs: { svg: "Dibujo (SVG)", png: "Imagen (PNG)", csv: "Tabla (CSV)", json: "Datos (JSON)" },
  undone: "Deshecho.",
  redone: "Rehecho.",
  changed: "Ya no está como al principio",
  isReset: "Como al principio.",
  copyCommand: "Copiar",
  commandCopied: "Copiado",
  command: "Los mismos números en la línea de comandos",
  rows: { symbols: "con símbolos", numbers: "con números", values: "en {unit}" },
  values: "Números y tabla",
  table: { sum: "Suma", remove: "Quitar", removeNamed: "Quitar {name}" },
  badProbability: "Una probabilidad es un número de 0 a 1: 0,25, 1/4 o 25 %.",
  player: {
    label: "Movimiento",
    play: "Reproducir",
    pause: "Pausar",
    step: "Un paso",
    speed: "Velocidad",
    seed: "Semilla",
    another: "Otra",
  },
  links: {
    damaged: "El enlace a esta figura está dañado o incompleto; la figura empieza como siempre.",
    version: "El enlace a esta figura es de otra versión del Lab; la figura empieza como siempre.",
  },
} satisfies FigureWords;
