import type { problems as english } from "./problemsEn.ts";

export const problems: typeof english = {
  all: {
    truncated: "{file} acaba antes de tiempo{at}.",
    header: "Lo que {file} dice de sí mismo no es cierto{at}.",
    unsupported: "{file} no está en ninguna forma que se pueda leer aquí{at}.",
    empty: "En {file} no hay nada que se pueda medir{at}.",
    lengths: "{file} no encaja con lo demás: es de otro texto, o de otra longitud{at}.",
    names: "No está claro qué matriz de {file} lleva los logits, o no los lleva ninguna{at}.",
    range: "Un número de {file} está fuera de su rango{at}.",
    number: "{file} lleva otra cosa donde se espera un número{at}.",
    value:
      "A {file} le falta algo, o lleva otra cosa en su lugar{at}. La respuesta de un servidor solo trae log-probabilidades si se le piden.",
    kind: "Las filas de {file} son probabilidades, no logits: guarda en su lugar sus logaritmos.",
    syntax: "{file} no es JSON, o está cortado{at}.",
    encoding: "{file} no es un texto en UTF-8{at}.",
    ragged: "No todas las filas de {file} son igual de largas{at}.",
    size: "{file} lleva más en una sola pieza de lo que se puede leer{at}.",
    unreadable: "{file} ya no se puede leer. Elígelo otra vez.",
    models: "Son más de dos modelos: {names}. Elige P, la base, y un solo Q.",
    missing: "{file} nombra {other}, que no se dio: elige o suelta los dos a la vez.",
    mixed:
      "{file} lleva las log-probabilidades de tokens sueltos, y {other} filas enteras: los dos tienen que ser de la misma clase.",
    wholes:
      "{file} puntúa continuaciones o documentos enteros, no sus tokens: solo se puede comparar con otro archivo de muestras.",
    outcomes:
      "Las filas de {file} son sobre {its} resultados, y las de {base} sobre {mine}. Los modelos de dos tokenizadores se comparan por bytes, a partir de log-probabilidades.",
    rows: "{file} tiene {its} filas, y {base} {mine}.",
    unlike: "{file} y {base} no coinciden en {field}: {its}, y {mine}.",
    other: "Esto no se puede leer.",
  },
  alone: { lengths: "No todas las listas de {file} son igual de largas{at}." },
  targets: {
    names: "{file} no lleva ninguna matriz de enteros, o lleva varias{at}.",
    lengths: "{file} no lleva un token por cada fila de P{at}.",
    range:
      "{file} lleva un token que el modelo no tiene{at}. Si ese número es relleno, dilo en «No se puntúa donde pone».",
    number: "{file} lleva otra cosa donde se espera un entero{at}.",
    value: "{file} lleva otra cosa donde se espera un entero{at}.",
    unsupported: "{file} no lleva enteros que se puedan leer aquí{at}.",
  },
  vocabulary: {
    lengths: "{file} tiene más piezas que resultados el modelo: es de otro modelo.",
    names: "{file} lleva dos veces una pieza, o un número{at}.",
    ragged: "Una línea de {file} no es como las anteriores{at}.",
    value: "A {file} le falta algo, o lleva otra cosa en su lugar{at}.",
    empty: "En {file} no hay piezas.",
    unsupported: "{file} no es un vocabulario que se pueda leer aquí{at}.",
  },
};
