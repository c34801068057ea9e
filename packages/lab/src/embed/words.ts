import type { Language } from "../words/language.ts";

const en = {
  origin: "From Surprisal, a book whose figures are instruments",
  titles: {
    coder: "What it costs to tell",
    distill: "A student with little room",
    duel: "Two distributions",
    fit: "Two directions",
    gradients: "Which way is down",
    joint: "What one says about the other",
    perplexity: "What a text costs",
    "pmf-lab": "One distribution",
    policy: "A policy on a leash",
    questions: "Guessing by questions",
    samples: "What draws can say",
    "shannon-game": "Guessing letters",
    "softmax-loss": "A label pulls",
    surprise: "Surprise",
    "surprise-gas": "Surprise as heat",
    temperature: "One knob",
    training: "A model learns letters",
    units: "Bits, nats, bans, perplexity",
    vae: "A night in two numbers",
    vi: "Two suitcases on one scale",
  },
};

const es: typeof en = {
  origin: "De Surprisal, un libro cuyas figuras son instrumentos",
  titles: {
    coder: "Lo que cuesta contarlo",
    distill: "Un alumno con poco sitio",
    duel: "Dos distribuciones",
    fit: "Dos sentidos",
    gradients: "Hacia dónde se baja",
    joint: "Lo que una dice de la otra",
    perplexity: "Lo que cuesta un texto",
    "pmf-lab": "Una distribución",
    policy: "Una política con correa",
    questions: "Adivinar preguntando",
    samples: "Lo que dicen las extracciones",
    "shannon-game": "Adivinar letras",
    "softmax-loss": "Una etiqueta tira",
    surprise: "Sorpresa",
    "surprise-gas": "La sorpresa como calor",
    temperature: "Un solo mando",
    training: "Un modelo aprende letras",
    units: "Bits, nats, bans, perplejidad",
    vae: "Una noche en dos números",
    vi: "Dos maletas en una báscula",
  },
};

/** What a page with one instrument says around it; its titles name the instruments that can be embedded, by their address. */
export function embedWords(language: Language): typeof en {
  return { en, es }[language];
}
