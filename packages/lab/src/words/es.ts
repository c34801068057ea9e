import type { Words } from "./en.ts";

export const es = {
  book: "Libro",
  workbench: "Banco de trabajo",
  library: "Biblioteca",
  commandLine: "Línea de comandos",
  sections: "Secciones",
  lessons: "Lecciones",
  unit: "Unidad",
  language: "Idioma",
  theme: "Claro u oscuro",
  home: "Surprisal, inicio",
  lesson: (number: number) => `Lección ${number}`,
  minutes: (count: number) => (count === 1 ? "1 minuto" : `${count} minutos`),
  previous: "Antes",
  next: "Después",
  parts: {
    one: "Una distribución",
    two: "Dos distribuciones",
    models: "Modelos de lenguaje",
    moving: "Mover una distribución",
    data: "A partir de datos",
  },
  search: {
    open: "Buscar",
    label: "Buscar en el libro",
    close: "Cerrar",
    none: (query: string) => `No hay nada sobre «${query}».`,
    some: (count: number) => (count === 1 ? "1 página" : `${count} páginas`),
    failed: "No se pudo leer el índice del libro.",
  },
  units: { bits: "bits", nats: "nats", bans: "bans" },
} satisfies Words;
