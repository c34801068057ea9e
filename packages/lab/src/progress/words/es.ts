import type { ProgressWords } from "./en.ts";

export const es = {
  lesson: "Lección",
  questions: "Preguntas",
  last: "Última respuesta",
  question: "Pregunta {number}",
  done: "contestada",
  due: "contestada hace semanas, conviene repasarla",
  open: "sin contestar",
  complete: "✓ completa",
  review:
    "Contestadas hace tres semanas o más: conviene repasarlas. En la lección, casi todas las de números se pueden pedir con otros.",
  save: "Guardar una copia",
  bring: "Traer una copia…",
  erase: "Borrarlo todo",
  putBack: "Recuperarlo",
  fileName: "surprisal-progreso",
  added: "Se ha traído lo de {file}. Lo que había aquí sigue aquí.",
  nothingNew: "{file} no contiene nada que no estuviera ya aquí.",
  refused:
    "{file} no se ha traído, y aquí no ha cambiado nada. Se esperaba el archivo que hace «Guardar una copia», JSON de la versión 1 o 2.",
  erased: "Borrado de este dispositivo. Hasta que salgas de esta página se puede recuperar.",
  isBack: "Ya está de vuelta.",
} satisfies ProgressWords;
