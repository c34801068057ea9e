import type { MeasureWords } from "./en.ts";

export const es: MeasureWords = {
  selfInformation: [
    "Sorpresa",
    "Lo que cuesta un resultado a quien sabe las probabilidades; aquí, «pasable».",
  ],
  entropy: ["Entropía", "Sorpresa media de quien sabe las probabilidades: el suelo."],
  perplexity: ["Perplejidad", "Cuántos resultados igual de probables serían igual de inciertos."],
  renyiEntropy: [
    "Entropía de Rényi",
    "Entropía que atiende más a lo probable cuanto mayor es α; aquí α = 2.",
  ],
  guessingBounds: [
    "Cotas por intentos",
    "Si el primer intento acierta con la primera probabilidad y el segundo con la segunda, una letra guarda al menos esto, y a lo sumo H(P).",
  ],
  tsallisEntropy: [
    "Entropía de Tsallis",
    "La misma idea sin logaritmo; con α = 2, la probabilidad de que dos muestras difieran.",
  ],
  crossEntropy: ["Entropía cruzada", "Sorpresa media de quien cree Q cuando ocurre P: la cuenta."],
  forwardKl: [
    "Divergencia KL directa",
    "La parte de la cuenta que se podía ahorrar. No perdona lo que Q se deja fuera.",
  ],
  reverseKl: [
    "Divergencia KL inversa",
    "Lo mismo si el mundo se portara como Q. No perdona lo que Q se inventa.",
  ],
  crossPerplexity: [
    "Perplejidad cruzada",
    "Cuántos resultados igual de probables sorprenderían lo mismo a quien cree Q.",
  ],
  jeffreys: ["Divergencia de Jeffreys", "Los dos sentidos sumados; sigue sin ser una distancia."],
  jensenShannon: [
    "Divergencia de Jensen–Shannon",
    "Lo bien que una muestra distingue P de Q: nunca más de un bit, nunca infinita.",
  ],
  commonSupport: [
    "KL en el soporte común",
    "De lo que las dos creen posible y nada más; aquí, el alumno que nunca dice C. Hay que dar también la masa que se deja fuera.",
  ],
  skewedKl: [
    "KL sesgada",
    "KL a un modelo con una parte λ prestada de la verdad; con λ mayor que cero nunca es infinita.",
  ],
  renyiDivergence: [
    "Divergencia de Rényi",
    "Con α = 1 es KL; cuanto mayor es α, más manda el peor resultado.",
  ],
  alpha: ["Divergencia α de Amari", "KL directa con α = 1, inversa con α = 0, y todo lo de en medio."],
  chiSquared: [
    "Divergencia χ²",
    "Errores al cuadrado, a precio de Q. KL es como mucho el logaritmo de uno más ella.",
  ],
  totalVariation: ["Variación total", "Lo más que P y Q discrepan sobre un suceso."],
  hellinger: ["Distancia de Hellinger", "Una distancia de verdad, entre cero y uno."],
  bhattacharyyaCoefficient: [
    "Coeficiente de Bhattacharyya",
    "El solapamiento de las dos: uno si son iguales, cero si no comparten nada.",
  ],
  bhattacharyya: [
    "Distancia de Bhattacharyya",
    "El logaritmo del solapamiento, cambiado de signo; la mitad de la divergencia de Rényi de orden ½.",
  ],
  fDivergence: [
    "Divergencia f",
    "La familia de casi todas las de arriba: una f convexa hace cada una; aquí, el cuadrado de la de Hellinger.",
  ],
  jointEntropy: ["Entropía conjunta", "Sorpresa media de las dos a la vez."],
  conditionalEntropy: ["Entropía condicional", "Lo que queda de la sorpresa de Y cuando se sabe X."],
  mutualInformation: [
    "Información mutua",
    "Lo que X dice de Y, y Y de X: KL de la conjunta a la independencia.",
  ],
  pointwiseMutualInformation: [
    "Información mutua puntual",
    "Cuánto más a menudo de lo que querría el azar coinciden dos valores; aquí, lluvia y paraguas. Su media es I(X;Y).",
  ],
  normalizedMutualInformation: [
    "Información mutua normalizada",
    "Una parte entre cero y uno; hay que decir por qué se dividió.",
  ],
  variationOfInformation: [
    "Variación de la información",
    "Lo que cada una calla de la otra; una distancia de verdad.",
  ],
  totalCorrelation: [
    "Correlación total",
    "Lo que las partes tienen en común; con dos, la información mutua.",
  ],
  conditionalMutualInformation: [
    "Información mutua condicional",
    "Lo que X e Y aún dicen la una de la otra cuando se sabe Z; aquí, una moneda entera.",
  ],
  coInformation: [
    "Coinformación",
    "Lo que tres repiten; bajo cero, como aquí, si algo solo lo dicen juntas.",
  ],
  differentialEntropy: [
    "Entropía diferencial",
    "Entropía de una densidad; puede ser negativa y cambia con la escala.",
  ],
  gaussianKl: ["KL de dos gaussianas", "En forma cerrada; el desplazamiento se mide en anchuras del modelo."],
  multivariateGaussianKl: [
    "KL de dos gaussianas, varias dimensiones",
    "En forma cerrada; aquí, una redonda y otra inclinada a su lado.",
  ],
  meanFieldGaussian: [
    "Campo medio",
    "La menor D(Q‖P) de una Q cuyas coordenadas no saben unas de otras; aquí, frente a una gaussiana inclinada.",
  ],
  continuousKl: ["KL de dos densidades", "Por cuadratura, con una cota de su error."],
  continuousAlpha: [
    "Divergencia α de dos densidades",
    "Inversa con α = 0, directa con α = 1, como en la lección 5; por cuadratura.",
  ],
};
