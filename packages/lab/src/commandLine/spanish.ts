/** What each command does, in Spanish; a test keeps them complete. */
export const inSpanish: Record<string, string> = {
  entropy: "Entropía H(P): la sorpresa que cabe esperar de una extracción de P",
  "cross-entropy": "Entropía cruzada H(P,Q): la sorpresa de Q ante lo que sale de P",
  kl: "Divergencia KL D(P‖Q): lo que Q cuesta, ante lo que sale de P, por encima de H(P)",
  js: "Divergencia de Jensen–Shannon: hasta qué punto una sola extracción distingue P de Q",
  renyi: "Entropía de Rényi de P, o divergencia de P respecto a Q, de cada orden",
  compare: "Todas las medidas de P y Q en ambos sentidos, y los resultados que las explican",
  mi: "Información mutua de dos columnas y los pares que la llevan",
  perplexity: "Perplejidad de las salidas de un modelo, de Q ante lo que sale de P, o de P",
  diff: "En qué discrepan unos modelos sobre los mismos tokens, con intervalos",
  tokens: "Lo que uno o dos modelos dicen de cada token, en CSV o JSON Lines",
  temperature: "P a otras temperaturas: probabilidades, entropía y KL en ambos sentidos",
  gaussian: "Divergencia KL entre gaussianas o mezclas, y la mejor gaussiana",
  units: "Una cantidad de información en bits, nats y bans, y como perplejidad",
  inspect: "Lo que un archivo guarda de un modelo: logits, log-probabilidades y sus rarezas",
  lab: "Sirve el Lab, libro y banco de trabajo, a un navegador de este ordenador",
  completion: "Un guion para que el intérprete complete órdenes y opciones",
};
