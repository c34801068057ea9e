import type { QuirkCode } from "../../scores/quirks.ts";

/** What is peculiar about scores, in Spanish; see `quirkMeanings`. */
export const spanishQuirkMeanings: Record<QuirkCode, string> = {
  unscored: "no tienen log-probabilidad: el primero de un texto, o null",
  failed: "nunca llegaron, porque falló una petición, cuya línea se salta: se cuentan las peticiones",
  sentinel: "valen −9999, que quiere decir «no se sabe, o imposible»: se toman por desconocidos",
  zeroProbability:
    "valen el menor número de simple precisión, que quiere decir probabilidad 0: se toman por −∞",
  placeholder:
    "valen 0 como todos los demás, o aunque también se da probabilidad a otros: se toman por desconocidos",
  aboveZero: "pasan de 0 por el redondeo: se toman por 0",
  rounded: "están redondeados",
  notListed: "no están en la lista de los más probables que los acompaña",
  notIdentified: "no se encuentran en la lista, cuyo orden se perdió: se toman por desconocidos",
  contradicted:
    "contradicen la lista que los acompaña: les da otra log-probabilidad, o lo que enumera deja menos de la que tienen",
  duplicates: "tienen una lista en la que dos se escriben igual",
  excess: "tienen una lista cuyas probabilidades suman más de 1",
  afterSampling: "son probabilidades de después del muestreo, no del modelo",
  bytesInText: "son bytes escritos como texto, por ejemplo bytes:\\xe2",
  idInText: "son un número en el lugar de un texto",
  bytesDiffer: "tienen bytes que no son los del texto: valen los bytes",
  lossyText: "tienen U+FFFD en el texto y no tienen bytes: se ha perdido cuáles son",
  blankMarks: "se escriben con ▁ o Ġ por el espacio, como en el vocabulario",
};
