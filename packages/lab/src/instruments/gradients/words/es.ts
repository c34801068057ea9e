import type { GradientsWords } from "./en.ts";

export const es = {
  hint: {
    slopes: "Arrastra Q, en las barras o en el triángulo",
    cloud: "Arrastra Q; cada punto es la estimación de un lote",
  },
  truth: "P, la verdad",
  model: "Q, el modelo",
  chart: "P y Q: un par de barras por resultado",
  barValue: "{bar} {probability}",
  triangle: "El triángulo de todas las distribuciones sobre A, B y C, con P, Q y el camino cuesta abajo.",
  plane:
    "El plano de los tirones sobre los logits de A, B y C: {shown} estimaciones, su media y el verdadero.",
  ring: "longitud {size}",
  legend: {
    forward: "baja D(P‖Q)",
    reverse: "baja D(Q‖P)",
    sampled: "con estimaciones",
    exact: "verdadero",
    mean: "media",
  },
  by: "Derivadas respecto a",
  bys: { logits: "logits", probabilities: "probabilidades" },
  way: "Estimar",
  ways: { forward: "D(P‖Q), sacando de P", reverse: "D(Q‖P), sacando de Q" },
  batch: "Extracciones por lote",
  baseline: "Línea base",
  baselines: { none: "ninguna", value: "valor", optimal: "óptima", "leave-one-out": "los demás" },
  noBaseline: "Lo que sale de P no lleva coste del que restar una línea base.",
  presets: "Empezar con",
  preset: { forgotten: "C olvidado", rare: "C raro", upsideDown: "al revés", nearby: "casi bien" },
  readouts: {
    forward: "Primero la verdad",
    reverse: "Primero el modelo",
    ofC: "Lo que tiene C ahora",
    steps: "Pasos dados",
    stepsUnit: "de {most}",
    ofOne: "de 1",
    length: "Gradiente verdadero",
    exact: "Dispersión exacta",
    measured: "Dispersión medida",
  },
  since: "{delta} desde el último cambio",
  columns: { outcome: "Resultado", forward: "∂D(P‖Q)", reverse: "∂D(Q‖P)" },
  slopes: "Derivadas respecto a sus {by}",
  valuesRule:
    "Escribe una probabilidad: 0,25, 1/4 o 25 %. Los demás resultados se reparten el resto en proporción. ≈0 es muy poco; 0 es exactamente eso.",
  verdict: {
    blind:
      "Q no le da nada a {name}. Respecto a su logit, D(Q‖P) no cambia en absoluto; D(P‖Q) tira con {pull}, lo que le da P.",
    steep: "Q no le da nada a {name}. Respecto a su probabilidad, ninguna de las dos pendientes tiene fondo.",
    endless: "Q hace lo que P excluye: D(Q‖P) es infinita, y sacarlo una vez costaría infinito.",
    same: "Q es igual a P: nada tira.",
    still: "Todos los lotes dicen lo mismo.",
  },
  sentence: "D de P respecto a Q es {forward}, D de Q respecto a P es {reverse}.",
  cloudSentence: "Varianza de un lote: {exact}; medida en {shown} lotes: {measured}.",
  watched: "Lo que una extracción dice de {name}, por la frecuencia con que sale",
  formula: {
    forward: "(−{log} e) · ([x = {name}] − Q({name}))",
    reverse: "({log} Q(x)/P(x) − b) · ([x = {name}] − Q({name}))",
  },
} satisfies GradientsWords;
