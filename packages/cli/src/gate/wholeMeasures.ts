import { type Whole, type WholePairs, type WholeScores, wholeSizes } from "@surprisal/data";
import { type Asserted, difference } from "./measures.ts";

/** What one model says of documents, or of continuations, or two beside each other. */
export interface Wholes extends Pick<WholeScores, "unit" | "hasChoices"> {
  p: readonly Whole[];
  q?: WholePairs["candidate"];
}

/** A value of each; where there are sizes, the measure is the sum of the values over the sum of these, else their mean. */
interface WholeColumn {
  values: Float64Array;
  sizes?: Float64Array;
}

interface WholeMeasure extends Asserted {
  /** Nothing where the samples do not say it. */
  of(wholes: Wholes): WholeColumn | undefined;
}

export type WholeMeasureName =
  | "surprise"
  | "surprise-change"
  | "surprise-per-byte"
  | "surprise-per-byte-change"
  | "byte-perplexity"
  | "byte-perplexity-ratio"
  | "word-perplexity"
  | "word-perplexity-ratio"
  | "perplexity"
  | "perplexity-ratio"
  | "acc"
  | "acc-change"
  | "greedy";

const change = { kind: "information", pair: true, range: [-Infinity, Infinity] } as const;
const perplexity = { kind: "exponential", pair: false, range: [1, Infinity] } as const;
const ratio = { kind: "exponential", pair: true, range: [0, Infinity] } as const;
const rate = { kind: "share", pair: false, range: [0, 1] } as const;

/** What can be asserted of samples of lm-evaluation-harness; those that measures of tokens have the name of are of the same kind. */
export const wholeMeasures: Record<WholeMeasureName, WholeMeasure> = {
  surprise: {
    ...{ kind: "information", pair: false, range: [0, Infinity] },
    meaning: "of a document, or of its right continuation",
    of: (wholes) => ({ values: surpriseOf(judged(wholes)) }),
  },
  "surprise-change": {
    ...change,
    meaning: "the same by Q less that by P",
    of: surpriseChange,
  },
  "surprise-per-byte": {
    ...{ kind: "information", pair: false, range: [0, Infinity], isOfAll: true },
    meaning: "all surprise over all bytes",
    of: (wholes) => over("bytes", wholes, { values: surpriseOf(judged(wholes)) }),
  },
  "surprise-per-byte-change": {
    ...{ ...change, isOfAll: true },
    meaning: "the same by Q less that by P",
    of: (wholes) => over("bytes", wholes, surpriseChange(wholes)),
  },
  "byte-perplexity": {
    ...perplexity,
    meaning: "of documents, as the harness has it",
    of: (wholes) => ofDocuments("bytes", wholes, { values: surpriseOf(judged(wholes)) }),
  },
  "byte-perplexity-ratio": {
    ...ratio,
    meaning: "Q's over P's",
    of: (wholes) => ofDocuments("bytes", wholes, surpriseChange(wholes)),
  },
  "word-perplexity": {
    ...perplexity,
    meaning: "of documents, as the harness has it",
    of: (wholes) => ofDocuments("words", wholes, { values: surpriseOf(judged(wholes)) }),
  },
  "word-perplexity-ratio": {
    ...ratio,
    meaning: "Q's over P's",
    of: (wholes) => ofDocuments("words", wholes, surpriseChange(wholes)),
  },
  perplexity: {
    ...perplexity,
    meaning: "of continuations without a choice",
    of: (wholes) => (isOfSingles(wholes) ? { values: surpriseOf(judged(wholes)) } : undefined),
  },
  "perplexity-ratio": {
    ...ratio,
    meaning: "Q's over P's",
    of: (wholes) => (isOfSingles(wholes) ? surpriseChange(wholes) : undefined),
  },
  acc: {
    ...rate,
    meaning: "how often the right continuation is the likeliest",
    of: (wholes) => ofContinuations(wholes, { values: flags("isRight", judged(wholes)) }),
  },
  "acc-change": {
    ...{ kind: "change of share", pair: true, range: [-1, 1] },
    meaning: "the same by Q less that by P",
    of: (wholes) => ofContinuations(wholes, rightChange(wholes)),
  },
  greedy: {
    ...rate,
    meaning: "how often each of its tokens is the likeliest",
    of: (wholes) => ofContinuations(wholes, { values: flags("isGreedy", judged(wholes)) }),
  },
};

/** The model that is judged: the candidate, if there is one. */
function judged({ p, q }: Wholes): readonly Whole[] {
  return q ?? p;
}

function surpriseOf(wholes: readonly Whole[]): Float64Array {
  return Float64Array.from(wholes, ({ surprise }) => surprise);
}

function surpriseChange({ p, q }: Wholes): WholeColumn | undefined {
  const values = q && difference(surpriseOf(q), surpriseOf(p));
  return values && { values };
}

function flags(name: "isRight" | "isGreedy", wholes: readonly Whole[]): Float64Array {
  return Float64Array.from(wholes, (whole) => Number(whole[name]));
}

function rightChange({ p, q }: Wholes): WholeColumn | undefined {
  const values = q && difference(flags("isRight", q), flags("isRight", p));
  return values && { values };
}

function over(
  size: "bytes" | "words",
  { p }: Wholes,
  column: WholeColumn | undefined,
): WholeColumn | undefined {
  const sizes = wholeSizes(p, size);
  return column && sizes && { ...column, sizes };
}

function ofDocuments(
  size: "bytes" | "words",
  wholes: Wholes,
  column: WholeColumn | undefined,
): WholeColumn | undefined {
  return wholes.unit === "document" ? over(size, wholes, column) : undefined;
}

function ofContinuations({ unit }: Wholes, column: WholeColumn | undefined): WholeColumn | undefined {
  return unit === "continuation" ? column : undefined;
}

function isOfSingles({ unit, hasChoices }: Wholes): boolean {
  return unit === "continuation" && !hasChoices;
}
