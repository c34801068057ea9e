import { cardWords } from "../../outputs/cardWords.ts";
import type { ReportWords } from "./en.ts";
import { page } from "./pageEs.ts";
import { spanishQuirkMeanings } from "./quirksEs.ts";

export const es: ReportWords = {
  page,
  listed: (names) => new Intl.ListFormat("es").format(names),
  titleOfOne: (name) => `Perplejidad de ${name}`,
  titleOfPair: (candidates, base) => `${candidates} frente a ${base}`,
  units: { bits: "bits", nats: "nats", bans: "bans" },
  outcomes: "resultados",
  perplexityOf: (value) => `Perplejidad ${value}`,
  entropyOf: (value) => `Entropía de ${value} por fila`,
  noPerplexity: "No hay nada puntuado",
  entropyOnly: "Nada dice qué salió, así que no se conoce ninguna perplejidad.",
  asUncertain: (choices) => `Sorprende como ${choices} tokens igual de probables, uno tras otro.`,
  from: (low, high) => `de ${low} a ${high}`,
  isBetween: (name) => `${name}, entre`,
  ends: (low, high) => `${low} y ${high}`,
  at: (level) => `Intervalo al ${level}`,
  unknownInterval: "intervalo desconocido",
  tokensScored: (scored, of, sequences, one) =>
    `${scored} de ${of} ${of === "1" ? "token tiene" : "tokens tienen"} puntuación, en ${sequences} ${one ? "secuencia" : "secuencias"}.`,
  compared: (compared, of, sequences, one) =>
    `Se ${compared === "1" ? "compara" : "comparan"} ${compared} de ${of} ${of === "1" ? "token" : "tokens"}, en ${sequences} ${one ? "secuencia" : "secuencias"}.`,
  cameFrom: (file) => `Lo que salió es de ${file}.`,
  direction: "verdad P, modelo Q",
  pIs: (file) => `P es ${file}, la base`,
  qIs: (file) => `Q es ${file}`,
  klMeans: (value) => `Quien cree Q cuando la verdad es P paga ${value} de más por token.`,
  klInfinite: "Q descarta lo que P permite: ningún precio es bastante alto.",
  noDivergence:
    "Estos archivos solo listan los tokens más probables: no se conoce ninguna divergencia, y no se inventa.",
  bounded: (lower, upper) =>
    upper === undefined
      ? `D(P‖Q) es al menos ${lower}, sean cuales sean los tokens fuera de las listas; cuánto más, sin un suelo nada lo dice.`
      : `D(P‖Q) está entre ${lower} y ${upper}, sean cuales sean los tokens fuera de las listas.`,
  entropyBounded: (lower, upper) =>
    upper === undefined
      ? `La entropía de un token es en promedio al menos ${lower}, sean cuales sean los tokens fuera de las listas; cuánto más, nada lo dice si no se sabe cuántos hay.`
      : `La entropía de un token está en promedio entre ${lower} y ${upper}, sean cuales sean los tokens fuera de las listas.`,
  sections: {
    spread: "Cómo se reparte",
    text: "El texto",
    numbers: "Todos los números",
    card: "Con qué se puede comparar",
    notes: "Lo que hay que saber",
    methods: "Cómo se hacen los intervalos",
    command: "La orden",
    save: "Guardar los números",
    candidates: "Los candidatos",
    bounds: "Entre qué valores está cada uno",
    entropyBounds: "Entre qué valores está la entropía",
    carriers: "Los tokens que llevan D(P‖Q)",
  },
  readouts: {
    perplexity: "Perplejidad",
    surprisePerToken: "Sorpresa por token",
    surprisePerByte: "Sorpresa por byte",
    surprisePerWord: "Sorpresa por palabra",
    entropy: "Entropía de una fila",
    entropyOfToken: "Entropía de un token",
    medianRank: "Puesto mediano de lo que salió",
    reciprocalRank: "Media de 1/puesto",
    top: (k) => (k === "1" ? "Salió el más probable" : `Salió uno de los ${k} más probables`),
    calibrationError: "Error de calibración",
    forwardKl: "Lo que se paga de más si P es verdad",
    reverseKl: "El otro sentido, si Q es verdad",
    jensenShannon: "Jensen–Shannon",
    totalVariation: "Variación total",
    hellinger: "Distancia de Hellinger",
    entropyChange: "Entropía, la de Q menos la de P",
    top1Agreement: "El mismo token más probable",
    topOverlap: "Comunes entre los más probables",
    basePerplexity: "Perplejidad de P",
    candidatePerplexity: "Perplejidad de Q",
    perplexityRatio: "Perplejidad, la de Q entre la de P",
    perplexityDifference: "Perplejidad, la de Q menos la de P",
    logPerplexityRatio: "Logaritmo del cociente",
    correlation: "Correlación de las sorpresas",
    probabilityChange: "Probabilidad de lo que salió, la de Q menos la de P",
    rmsProbabilityChange: "Su media cuadrática",
    floor: "Divergencia de una segunda pasada de P",
    excess: "Lo que Q tiene de más",
  },
  tableHeads: {
    quantity: "Cantidad",
    estimate: "Estimación",
    unit: "Unidad",
    interval: "Intervalo",
    worth: "Vale por tokens independientes",
    maximum: "Máximo",
    minimum: "Mínimo",
    ofTokens: "De los tokens",
    sure: "Probabilidad máxima de P",
    tokens: "Tokens",
    share: "Fracción de D(P‖Q)",
    agreement: "Mismo más probable",
    confidence: "Probabilidad media",
    accuracy: "Cuánto acierta",
    difference: "Diferencia",
    least: "Al menos",
    most: "Como mucho",
    ofP: "P, de media",
    ofQ: "Q, de media",
    part: "Parte de D(P‖Q)",
    token: "Token",
    pair: "Par, en los mismos tokens",
  },
  verdict: {
    ratio: {
      lower: (ratio) => `Lo que salió sorprende a Q menos que a P: su perplejidad es ${ratio} veces la de P.`,
      higher: (ratio) => `Lo que salió sorprende a Q más que a P: su perplejidad es ${ratio} veces la de P.`,
      "not distinguishable": (ratio) =>
        `Por lo que salió, Q no se distingue de P: su perplejidad es ${ratio} veces la de P.`,
    },
    floor: {
      lower: "Q está más cerca de P que una segunda pasada de la propia P.",
      higher: "Q está más lejos de P que una segunda pasada de la propia P.",
      "not distinguishable": "Q no se distingue de una segunda pasada de P.",
    },
    agreement: (share) => `En el ${share} de los tokens, ambos dan por más probable el mismo.`,
    nearer: {
      better: "está más cerca de P que",
      worse: "está más lejos de P que",
      "not distinguishable": "no se distingue de",
    },
    lessSurprised: {
      better: "se sorprende menos que",
      worse: "se sorprende más que",
      "not distinguishable": "no se distingue de",
    },
    pairMeaning:
      "«No se distingue» dice que estos tokens no bastan a este nivel, no que los dos sean iguales.",
  },
  bytes: {
    verdicts: {
      lower: "Q se sorprende menos por byte que P",
      higher: "Q se sorprende más por byte que P",
      "not distinguishable": "Q y P no se distinguen por su sorpresa por byte",
    },
    none: "Ningún tramo del texto está puntuado por ambos, así que nada se compara",
    compared: (bytes, stretches, one) =>
      `Los dos cortan el texto en otros tokens, así que se comparan por bytes: ${bytes} ${bytes === "1" ? "byte" : "bytes"} en ${stretches} ${one ? "tramo" : "tramos"} entre lugares donde ambos cortan.`,
    bounded:
      "Algunos tokens salieron sin su log-probabilidad, así que de cada una de estas cifras solo se sabe entre qué valores está, según dejan las listas, y el veredicto es por ellos.",
    ofP: "El texto está en los tokens de P; Q, cuyos tokens son otros, no está en él.",
    base: "Sorpresa por byte, P",
    candidate: "Sorpresa por byte, Q",
    difference: "Sorpresa por byte, la de Q menos la de P",
    card: "Otra sorpresa por byte se puede comparar con una de estas si tiene lo mismo",
    worth: (worth) => `El texto vale por ${worth} tramos independientes.`,
    methods:
      "Por bytes, lo que abajo se llama tokens son los tramos entre lugares donde ambos modelos cortan.",
  },
  charts: {
    surprise: "Sorpresa",
    surpriseAlone: "Sorpresa ante lo que salió",
    surpriseBoth: "Sorpresa ante lo que salió, de P y de Q",
    entropyAlone: "Entropía de cada fila",
    divergence: "D(P‖Q), token a token",
    reliability: "¿Acierta tanto como se fía?",
    reliabilityHint:
      "cuántas veces salió el token más probable, según lo probable que se creía; sobre la línea se fía lo justo",
    buckets: "D(P‖Q) según lo segura que está P",
    bucketsHint:
      "media e intervalo, según la probabilidad del token más probable de P; a la derecha, su parte del total",
    along: "A lo largo del texto",
    alongHint: (tokens) => `cada punto es la media de ${tokens} tokens`,
    alongEach: "cada punto es un token",
    shareOfTokens: "% de los tokens",
    logScale: "escala logarítmica",
    median: "mediana",
    most: "máx.",
    infinite: (count) => `${count} en ∞`,
    below: (count, edge) => `${count} por debajo de ${edge}, dibujados en el extremo izquierdo`,
    sure: "probabilidad del más probable",
    describeSpread: (name, median, high, most) =>
      `${name}: la mitad de los tokens por debajo de ${median}, el 99 % por debajo de ${high}, como mucho ${most}.`,
    describeReliability: (bins, error) => `${bins} grupos de predicciones; error de calibración ${error}.`,
    describeBuckets: (rows) => `D(P‖Q) según la probabilidad del token más probable de P: ${rows}.`,
    describeAlong: (name, low, high) => `${name} a lo largo del texto, de ${low} a ${high}.`,
    token: "token",
  },
  text: {
    shades:
      "Cuanto más oscuro un token, más raro es su valor entre todos: el sombreado empieza en la mediana.",
    limited: (shown) =>
      `Para que la página vaya ligera se muestran ${shown} tokens a la vez; todos están en el archivo, y de él se pueden guardar.`,
    cut: (kept, all) =>
      `Un navegador no soporta entero un texto tan largo: esta página lleva sus primeros ${kept} tokens de ${all}, y lo que se sombrea, enumera, filtra y guarda más abajo es de estos. Los números y los gráficos son de todos. La orden surprisal tokens, con los mismos archivos, escribe cada token.`,
    strikingOfAll: (all) => `Los más llamativos de los ${all}`,
    withoutScript: (shown, of) =>
      `Sin su guion, esta página muestra los primeros ${shown} de ${of} tokens y los más llamativos de todos; el guion pasa páginas, filtra y guarda.`,
    striking: "Los más llamativos",
    someAlternatives: (kept) =>
      `Lo que pudo salir en su lugar se guarda de ${kept} tokens: los primeros y los más llamativos.`,
    noAlternatives: "El archivo leído no dice qué pudo salir en su lugar.",
    numbersOnly: "El archivo nombra los tokens por su número y no dice cómo se leen: #17 es el número 17.",
  },
  card: {
    lead: "Otra perplejidad se puede comparar con esta si tiene lo mismo en",
    unsaid: (fields) => `y también en lo que los archivos no dicen: ${fields}.`,
    ...cardWords.es,
  },
  notes: {
    none: "No se encontró nada raro en lo leído.",
    impossible: (count, places) =>
      `Infinita, porque el modelo da probabilidad 0 a lo que salió en ${count}, contados desde 0: ${places}.`,
    infinite: (count, places) =>
      `D(P‖Q) es infinita, porque Q descarta lo que P permite en ${count}, contados desde 0: ${places}.`,
    tokens: (count, one) => `${count} ${one ? "token" : "tokens"}`,
    alignment: (shifted, asked, other, rows) =>
      shifted
        ? `Puntuado por el token siguiente, lo que salió sorprende ${asked}; por el que está a su lado, solo ${other} (primeras ${rows} filas). ¿Están los objetivos ya alineados con las filas?`
        : `Puntuado por el token de al lado, lo que salió sorprende ${asked}; por el siguiente, solo ${other} (primeras ${rows} filas). ¿Son los objetivos los tokens de entrada?`,
    fault: (row, of, fault) =>
      `La fila ${row}${of}, desde 0, no es una distribución (${fault.replace("all", "todo")}) y se deja fuera.`,
    faults: (more, of) =>
      more === "1"
        ? `Otra fila${of} tampoco lo es, y se deja fuera.`
        : `Otras ${more} filas${of} tampoco lo son, y se dejan fuera.`,
    ofP: " de P",
    ofQ: " de Q",
    quirk: (code, decimals, count) =>
      `Tokens que ${spanishQuirkMeanings[code]}${decimals === undefined ? "" : ` a ${decimals} ${decimals === "1" ? "decimal" : "decimales"}`}: ${count}.`,
    coded: (files) =>
      `Las filas de ${files} son códigos de 16 bits, cortados 16 nats por debajo de su token más probable: lo que quedaba por debajo cuenta como si estuviera en el corte, y nada se conoce con más finura que un escalón de ellos.`,
    narrowed: (files) =>
      `Los números de precisión doble de ${files} se miden en precisión simple, de siete cifras: cuanto más lejos de 0 están los logits, más a bulto.`,
    unnamed: (unnamed, of) =>
      `El vocabulario no nombra ${of === "1" ? "el único token que salió o era el más probable; aparece por su número" : `${unnamed} de los ${of} tokens distintos que salieron o eran los más probables; aparecen por su número`}. ¿Será de otro tokenizador?`,
    padding: (count, one) =>
      `${count} ${one ? "fila es" : "filas son"} relleno, según lo que salió, y ${one ? "queda" : "quedan"} fuera de todo.`,
    few: (units) =>
      `Los intervalos se apoyan solo en ${units} secuencias, bloques o tokens independientes, y quedan cortos.`,
    worth: (worth) => `El texto vale por ${worth} tokens independientes.`,
    outcomes: (count, file) =>
      `La entropía queda acotada por arriba si no hay más tokens que los ${count} de ${file}, cosa que lo puntuado no dice por sí solo.`,
    withheld: (count, one, least) =>
      `${count} ${one ? "token salió" : "tokens salieron"} sin su log-probabilidad y no ${one ? "está" : "están"} en ninguna estimación: con ${one ? "él, tan probable como permite la lista" : "ellos, tan probables como permiten las listas"}, la perplejidad es al menos ${least}.`,
    byChance: (error) => `Un error de calibración de ${error} cabe esperarlo por puro azar.`,
    assumed: (fields) => `Se toma por igual, pues los archivos no lo dicen: ${fields}.`,
  },
  methods: {
    none: "No hay intervalo: solo hay una unidad que remuestrear.",
    made: (level, few) =>
      `Los intervalos se hacen para contener la verdad en el ${level} de las muestras como esta; con pocas unidades independientes, menos de unas ${few}, o donde unas cuantas cargan con una media, la contienen menos veces.`,
    percentile: (resamples, units) => `Son el centro de ${resamples} remuestreos de ${units}.`,
    studentised: (resamples, units) =>
      `Llegan tan lejos como se desvían ${resamples} remuestreos de ${units}, cada uno contado en errores estándar propios (intervalos estudentizados).`,
    units: ({ dependence, blockLength, method }) =>
      ({
        independent: "tokens sueltos, como si fueran independientes",
        clusters:
          method === "studentised"
            ? "secuencias enteras"
            : "secuencias enteras, por la t de Student de otras tantas",
        blocks:
          blockLength === 1
            ? "tokens sueltos, que no muestran dependencia"
            : `bloques de ${blockLength} tokens vecinos, cerrados en círculo`,
      })[dependence],
    assumes: {
      independent:
        "Se supone que los tokens son independientes, y rara vez lo son: los vecinos comparten tema, y los intervalos quedan cortos.",
      clusters:
        "Se supone que las secuencias salen de una misma población, cada una por su cuenta; lo que dependa dentro de una no estorba.",
      blocks:
        "Se supone que los tokens alejados son independientes y que el texto es del mismo género de principio a fin.",
    },
    rates:
      "Las tasas llevan el intervalo de Wilson, y los cuantiles, el de Woodruff; la dependencia entra por el número efectivo de tokens.",
    worth: "«Vale por» es el número de tokens independientes que dirían lo mismo de la cifra.",
    paired:
      "Lo que compara dos modelos se toma token a token, de modo que se cancela lo que es difícil para ambos.",
  },
  save: {
    json: "Resultados, JSON",
    hint: (tokens, isCut, unit) =>
      `${tokens === "1" ? "Su token" : `Los ${isCut ? "primeros " : ""}${tokens} tokens`} con todas sus cifras, en ${unit}, desde este mismo archivo.`,
    needsScript: "Los tokens los guarda el guion de esta página.",
  },
  made: (words) => `Hecho ${words} por Surprisal`,
  madeBy: "Hecho por Surprisal",
};
