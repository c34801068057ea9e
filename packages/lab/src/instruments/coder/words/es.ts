import type { CoderWords } from "./en.ts";

export const es = {
  hint: "Avanza por el texto o escribe el tuyo",
  texts: {
    draws:
      "rrrrrrrrrrrrrrrrrrrarrrrrarrrrrrrrrrrrarrarrrrrrrrrrrrrrarrrrrrrrrrrrrrrrrrrrrrarrarrrrrrarrrraarrrr",
    telegram: "vuelve pronto a casa, las ciruelas ya maduran y el perro te espera",
    letters: "abacabadabacabae",
  },
  text: "Texto",
  digits: "Cifras",
  decoded: "Leído",
  same: "{digits} {digits|cifra, y solo con ella|cifras, y solo con ellas} {count|vuelve el mismo|vuelven los mismos} {count} {count|carácter|caracteres}",
  different:
    "{digits} {digits|cifra, de la|cifras, de las} que no {count|vuelve el|vuelven los} {count} {count|carácter|caracteres}",
  cannot: "no se puede enviar",
  tree: "El árbol del código: cada rama a la izquierda es un 0; a la derecha, un 1",
  strips: "El intervalo, repartido entre las letras; cada franja es la parte elegida en la de arriba",
  leaf: "{letter}, palabra {word}",
  exchangeHint: "Señala dos letras: intercambian sus palabras.",
  picked: "«{letter}» está elegida: señala la letra con la que cambia de palabra.",
  exchangedDearer: "Ya no son las mejores palabras: {amount} más por carácter que las de Huffman.",
  exchangedAlike: "Otras palabras, igual de buenas que las de Huffman.",
  exchangedCheaper:
    "El diccionario se equivoca con este texto: estas palabras ocupan {amount} menos por carácter que las hechas para él.",
  restore: "Otra vez las mejores palabras",
  folded: "{count} {count|palabra|palabras} más",
  hereNothing: {
    huffman: "Todavía no se ha enviado nada. Cada palabra es un paseo árbol abajo.",
    arithmetic: "Todavía no se ha enviado nada. El intervalo sigue siendo todo, de 0 a 1.",
  },
  hereWord: "«{text}» es {digits}. Cifras: {count}; sorpresa: {surprise}.",
  hereNumber:
    "«{text}» se queda con {share} del intervalo: {surprise}. Sorpresa hasta aquí: {total}; cifras ya seguras: {count}.",
  costs: "Lo que ocupa un carácter de este texto",
  floor: "Entropía H(P)",
  dictionary: "Este diccionario H(P, Q)",
  codes: { huffman: "Huffman", arithmetic: "Aritmético" },
  readouts: {
    floor: "Lo mínimo con estas letras",
    dictionary: "Lo mínimo con este diccionario",
    paid: "Ocupado por carácter",
    excess: "Por encima de la entropía",
  },
  since: "{delta} desde el último cambio",
  sentence:
    "Un carácter ocupa {paid}. Lo mínimo con este diccionario es {dictionary}, y la entropía de las letras, {entropy}.",
  term: "{letter}: {numbers} = {value}",
  others: "… {count} más",
  othersTerm: "{numbers}: {value} en total",
  impossible:
    "El diccionario no da ninguna posibilidad a {letters}: no tiene palabra para eso, y el texto no se puede enviar. Cuenta cada letra una vez más o toma otro diccionario.",
  nothingLost: "No se pierde ni una cifra: cada letra cuesta justo su sorpresa.",
  lucky:
    "Menos que el propio suelo del diccionario: da la casualidad de que este texto tiene los bloques de palabra corta.",
  code: "Código",
  block: "Caracteres por palabra",
  blockValue: "{block} de {most} como mucho",
  source: "Diccionario sacado de",
  sources: {
    own: "este texto",
    english: "prosa inglesa",
    spanish: "prosa española",
    alike: "letras por igual",
    yours: "tus probabilidades",
  },
  smooth: "Contar cada letra una vez más",
  sent: "Caracteres enviados",
  sentValue: "{sent} de {count}",
  presets: "Empezar con",
  preset: {
    draws: "cien extracciones",
    telegram: "un telegrama",
    number: "el mismo como un solo número",
    letters: "potencias de dos",
  },
  own: {
    title: "Tu propio texto",
    rule: "Cualquier texto, en cualquier escritura, de hasta {most} caracteres. No sale de esta página, salvo en el enlace si lo compartes.",
    label: "Texto que enviar",
  },
  refusals: {
    empty: "Un texto vacío no necesita código. La figura conserva el último.",
    long: "Son más de {most} caracteres. La figura conserva el último texto; envía una parte más corta del tuyo.",
  },
  values: "Números y tabla",
  valuesRule:
    "Escribe una probabilidad para el diccionario: 0,25, 1/4 o 25 %. Las demás letras se reparten el resto en proporción.",
  valuesPage:
    "Las probabilidades de una página son las contadas. Para cambiarlas, saca el diccionario de tus probabilidades.",
  valuesMost: "Las {most} letras más frecuentes de {count}.",
  columns: { letter: "Letra", count: "En el texto", surprise: "Sorpresa", word: "Palabra" },
} satisfies CoderWords;
