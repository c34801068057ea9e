import type { ComparabilityCard } from "@surprisal/core";

interface CardWords {
  /** What the fields of a card are called, in the order in which they are told. */
  readonly fields: Readonly<Record<keyof ComparabilityCard, string>>;
  /** What stands in them, where it is a word that languages do not share. */
  readonly values: Readonly<Record<string, string>>;
}

/** A comparability card in words, by language: for whoever shows one, on a terminal, in a report or on a page. */
export const cardWords: Readonly<Record<"en" | "es", CardWords>> = {
  en: {
    fields: {
      textHash: "text",
      tokenizer: "tokeniser",
      window: "window",
      stride: "stride",
      context: "context before the first scored",
      bos: "BOS token",
      tokensScored: "tokens scored",
      normalizer: "surprise divided by",
      averaging: "mean over",
    },
    values: {
      word: "word",
      documents: "documents",
      "perplexities of documents": "perplexities of documents",
      "every window": "every window",
      "every document": "every document",
      once: "once",
      nowhere: "nowhere",
    },
  },
  es: {
    fields: {
      textHash: "texto",
      tokenizer: "tokenizador",
      window: "ventana",
      stride: "paso",
      context: "contexto antes del primero puntuado",
      bos: "token BOS",
      tokensScored: "tokens puntuados",
      normalizer: "sorpresa dividida entre",
      averaging: "media sobre",
    },
    values: {
      word: "palabra",
      documents: "documentos",
      "perplexities of documents": "perplejidades de documentos",
      "every window": "cada ventana",
      "every document": "cada documento",
      once: "una vez",
      nowhere: "ninguna parte",
    },
  },
};
