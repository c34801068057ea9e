import type { ViWords } from "./en.ts";

export const es = {
  hint: "Arrastra Q o usa las flechas",
  plane: "Los pesos de las dos maletas, la primera hacia la derecha y la segunda hacia arriba, en kilos",
  truth: "P(z | x), lo que es",
  model: "Q, lo que crees",
  prior: "P(z), antes",
  axes: ["primera maleta, kg", "segunda maleta, kg"],
  line: "{reading} kg juntas",
  handles: {
    mean: ["Q: la primera maleta, en kilos", "Q: la segunda maleta, en kilos"],
    sd: ["Q: cuánto se duda de la primera", "Q: cuánto se duda de la segunda"],
  },
  handleText: "{name}: {value}",
  lengths: "Dos caminos a la misma longitud",
  lengthsLabel:
    "La sorpresa de la lectura, {surprise}, y D(Q‖P(z|x)), {gap}, miden lo mismo que lo que Q no acierta, {miss}, y D(Q‖P(z)), {moved}: {bound}.",
  parts: {
    surprise: "sorpresa −log P(x)",
    gap: "D(Q‖P(z|x))",
    miss: "E[−log P(x|z)]",
    moved: "D(Q‖P(z))",
  },
  sentence: "La cota es {bound}: una sorpresa de {surprise}, y {gap} más porque Q no es P.",
  splits: [
    "sorpresa de la lectura más lo lejos que está Q de P: {numbers} = {value}",
    "lo que Q no acierta más lo que se ha movido: {numbers} = {value}",
  ],
  readouts: {
    surprise: "Sorpresa de la lectura",
    bound: "La cota",
    gap: "De más, pesa Q",
    forward: "Al revés, pesa P",
  },
  since: "{delta} desde el último cambio",
  reading: "La báscula marca",
  error: "Se equivoca en",
  kilograms: "{value} kg",
  mend: "Una maleta cada vez, tan bien como deje la otra",
  bestReverse: "La mejor, el modelo primero",
  bestForward: "La mejor, la verdad primero",
  presets: "Empezar con",
  preset: {
    prior: "lo que se sabía",
    far: "Q muy lejos",
    rough: "una báscula tosca",
    exact: "una báscula fina",
  },
  verdict: {
    before: "Q es lo que sabías antes de la báscula: no se ha movido nada.",
    reverse:
      "La menor D(Q‖P): cree saber cada maleta con ±{sd} kg. Lo que se sabe de una de ellas es ±{known} kg.",
    forward: "La menor D(P‖Q): duda de cada maleta lo que hay que dudar, y de la suma muchísimo de más.",
  },
  values: "Números, y la mejor de cada sentido",
  valuesRule: "Escribe un número o una expresión. A mano se guardan dos decimales.",
  columns: { what: "Q", first: "primera, kg", second: "segunda, kg" },
  rows: { here: "aquí", reverse: "menor D(Q‖P)", forward: "menor D(P‖Q)", known: "P, cada una sola" },
  badNumber: "Escribe un número de {low} a {high}.",
} satisfies ViWords;
