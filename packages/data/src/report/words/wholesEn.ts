/** Of samples, which score whole documents, or the right continuation of each, and not tokens. */
export const wholesEn = {
  titleOfOne: (name: string) => `Samples of ${name}`,
  titleOf: (name: string, value: string) => `${name}: ${value}`,
  documents: (count: string) => `${count} ${count === "1" ? "document" : "documents"}`,
  scored: (documents: string, of: "document" | "continuation" | "choice", size: string) =>
    `${{ document: documents, continuation: `The continuations of ${documents}`, choice: `The right continuations of ${documents}` }[of]}, scored whole${size === "" ? "" : `, of ${size}`}.`,
  size: (bytes: string | undefined, words: string | undefined) =>
    [
      bytes && `${bytes} ${bytes === "1" ? "byte" : "bytes"}`,
      words && `${words} ${words === "1" ? "word" : "words"}`,
    ]
      .filter(Boolean)
      .join(" and "),
  sections: {
    spread: "How it is spread",
    documents: "The documents",
  },
  readouts: {
    wordPerplexity: "Perplexity a word",
    bytePerplexity: "Perplexity a byte",
    perDocument: "Surprise a document",
    perContinuation: "Surprise a continuation",
    likeliest: "The right one is the likeliest",
    greedy: "Each of its tokens is the likeliest",
    of: {
      base: (name: string) => `${name}, by P`,
      candidate: (name: string) => `${name}, by Q`,
      difference: (name: string) => `${name}, Q's less P's`,
    },
  },
  verdict: {
    surprise: {
      lower: "Q is less surprised than P by the same documents.",
      higher: "Q is more surprised than P by the same documents.",
      "not distinguishable": "By surprise, Q is not distinguishable from P.",
    },
    right: {
      lower: "Q is right less often than P.",
      higher: "Q is right more often than P.",
      "not distinguishable": "By how often it is right, Q is not distinguishable from P.",
    },
  },
  table: {
    document: "Document",
    text: "It begins",
    base: "P",
    candidate: "Q",
    difference: "Q's less P's",
    right: "Right",
    rightByP: "P is right",
    rightByQ: "Q is right",
    yes: "yes",
    no: "no",
  },
  perByte: "surprise a byte",
  perWhole: { document: "surprise a document", continuation: "surprise a continuation" },
  shades: {
    one: (measure: string) =>
      `By ${measure}, the most surprising first. The darker the beginning of a text, the rarer such a value among all: it begins at the median.`,
    pair: (measure: string) =>
      `By how much ${measure} differs, most first: blue where Q is more surprised, red where it is less. The darker, the rarer such a difference: it begins at the median.`,
  },
  shown: (shown: string, of: string) =>
    `${shown} of ${of} are listed; all are among the numbers to be saved.`,
  card: {
    lead: "Other numbers may be compared with these if they have the same",
    documents: "documents",
    bytes: "bytes",
    words: "words",
    mean: "mean over",
    unsaid: "and the same of what samples do not say: task, examples in the prompt, window, BOS token.",
  },
  notes: {
    impossible: (model: "" | "P" | "Q", documents: string, which: string) =>
      `Infinite, because ${model === "" ? "the model" : model} gives probability 0 to ${documents}: ${which}.`,
    few: (count: string) => `Intervals from fewer than ${count} independent documents are too short.`,
    noTokens: "How many tokens a document has is not written in samples, so that nothing is said per token.",
    otherPrompts: (documents: string) =>
      `The prompts of the two differ in ${documents}: they are compared with their prompts.`,
    assumed:
      "Taken to be the same, as samples do not say it: task, examples in the prompt, window, BOS token.",
  },
  save: {
    csv: "Documents, CSV",
    hint: (unit: string) =>
      `Every document at full precision, without its text, in ${unit}, from this file itself.`,
  },
  /** Instead of what reports of tokens say. */
  instead: {
    tableHeads: { worth: "Worth, in independent documents", pair: "Pair, on the same documents" },
    pairMeaning:
      "“Not distinguishable” says that these documents do not tell at this level, not that the two are equal.",
    charts: {
      surprise: "Surprise a byte, document by document",
      surpriseOfWhole: "Surprise, document by document",
      shareOfTokens: "% of documents",
      describeSpread: (name: string, median: string, high: string, most: string) =>
        `${name}: half of the documents below ${median}, 99 % below ${high}, at most ${most}.`,
    },
    methods: {
      independent: "single documents, as if they were independent",
      assumes:
        "That documents are independent is assumed: where several are of one source, intervals are too short.",
      rates: "Rates have Wilson's interval.",
      worth: "“Worth” is the number of independent documents that would say as much about the number.",
      paired:
        "What compares two models is taken document by document, so that what is hard for both falls out.",
    },
  },
};

export type WholesWords = typeof wholesEn;
