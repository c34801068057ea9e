import type { JointWords } from "./en.ts";

export const es = {
  hint: "Arrastra los bordes hasta las líneas de trazos",
  chart:
    "P(x,y) como áreas: una columna por cada x, tan ancha como probable, dividida como Y cuando se sabe x",
  columnBorder: "Borde entre {left} y {right}",
  columnText: "P({left}) {p}, P({right}) {q}",
  cellBorder: "{x}: borde entre {below} y {above}",
  cellText: "P({below} | {x}) {p}, P({above} | {x}) {q}",
  product: "si X no dijera nada",
  diagram: "H(X) y H(Y) en una misma escala: donde se pisan es I(X;Y)",
  diagramLabel:
    "Las dos juntas {together}. X {entropyX}, Y {entropyY}. Comparten {information}; de Y queda {leftOfY} cuando se sabe X, y de X {leftOfX} cuando se sabe Y.",
  presets: "Empezar con",
  preset: {
    umbrella: "lluvia y paraguas",
    letters: "letra y letra siguiente",
    dice: "dos dados",
    copy: "una copia",
  },
  presetOutcomes: {
    umbrella: { x: ["lluvia", "seco"], y: ["paraguas", "nada"] },
    copy: { x: ["cara", "cruz"], y: ["Cara", "Cruz"] },
    dice: { x: ["bajo", "alto"], y: ["par", "impar"] },
  },
  kinds: ["vocal", "consonante", "espacio"],
  align: "Alinear los bordes",
  draws: "{draws} {draws|extracción|extracciones}",
  readouts: {
    entropyX: "Sorpresa de X sola",
    entropyY: "Sorpresa de Y sola",
    leftOfY: "Queda de Y cuando se sabe X",
    information: "Lo que X dice de Y",
    drawn: "{draws|la|las} {draws} {draws|extracción dice|extracciones dicen} {value}",
  },
  since: "{delta} desde el último cambio",
  verdicts: {
    certain: "Una de las dos es segura: no hay nada que decir de ella, o nada que pueda decirlo.",
    aligned: "Los bordes están alineados: X e Y son independientes, y saber una no dice nada de la otra.",
    determined: "X decide Y: cuando se sabe X, de Y no queda nada.",
    never: "Nunca juntas: {pair}. Un par así estaría infinitamente por debajo del azar, y no pesa nada.",
  },
  sentence:
    "H de Y es {entropyY}; H de Y dada X, {leftOfY}: X dice {information} de Y. H de X es {entropyX}.",
  term: "{cell}: {numbers} = {value}",
  noTerm: "{cell}: 0, no ocurre nunca",
  cell: "{x} y {y}",
  valuesRule:
    "Escribe P(x), o en las otras columnas P(y|x), cómo se divide Y cuando se sabe x: 0,25, 1/4 o 25 %. Las demás de la fila se reparten el resto en proporción.",
  columns: {
    x: "X",
    pair: "Par",
    joint: "P(x,y)",
    product: "P(x)·P(y)",
    pointwise: "Puntual",
    part: "Parte de I",
  },
  prefixes: {
    caption: "Las {letters} letras de este libro, por sus frecuencias; en bits",
    prefix: "Letras antes",
    left: "Queda de la siguiente",
    information: "Lo que dicen",
    shuffled: "Lo que parecen decir, barajadas",
  },
  own: {
    title: "Un texto tuyo",
    rule: "Pega un texto de {most} caracteres como mucho. Se cuentan sus pares de letras vecinas por clases; nada sale de esta página.",
    label: "Texto que contar",
    short: "Es demasiado corto para contar: al menos {fewest} letras.",
    long: "Es demasiado largo: {most} caracteres como mucho.",
  },
} satisfies JointWords;
