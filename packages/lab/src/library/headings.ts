/** The headings of the library's index in Spanish; a test keeps them complete. */
export const inSpanish: Record<string, string> = {
  Units: "Unidades",
  "Kinds of number": "Clases de números",
  Shaping: "Dar forma",
  "Measures of one distribution": "Medidas de una distribución",
  "Measures of two distributions": "Medidas de dos distribuciones",
  Support: "Soporte",
  Codes: "Códigos",
  Randomness: "Azar",
  "Joint tables": "Tablas conjuntas",
  "Measures of a joint table": "Medidas de una tabla conjunta",
  "Continuous distributions": "Distribuciones continuas",
  "Measures of continuous distributions": "Medidas de distribuciones continuas",
  "Rows of logits": "Filas de logits",
  "Estimates and their intervals": "Estimaciones y sus intervalos",
  "Bounds from the likeliest outcomes alone": "Cotas a partir de los resultados más probables",
  "Tokens of language models": "Tokens de modelos de lenguaje",
};
