// Units

export type { Nats, Unit } from "./units.ts";
export { fromUnit, inUnit } from "./units.ts";

// Kinds of number

export { toLogProbabilities, toProbabilities } from "./distributions/conversions.ts";
export { counts } from "./distributions/counts.ts";
export type { Counts, Kind, Logits, LogProbabilities, Probabilities, Vector } from "./distributions/kinds.ts";
export { logits } from "./distributions/logits.ts";
export { logProbabilities } from "./distributions/logProbabilities.ts";
export { normalize } from "./distributions/normalize.ts";
export { probabilities } from "./distributions/probabilities.ts";

// Shaping

export { logSoftmax } from "./distributions/logSoftmax.ts";
export { softmax } from "./distributions/softmax.ts";

// Measures of one distribution

export { entropy, entropyContributions } from "./measures/entropy.ts";
export { perplexity } from "./measures/perplexity.ts";
export { selfInformation } from "./measures/selfInformation.ts";

// Measures of two distributions

export { crossEntropy, crossEntropyContributions } from "./measures/crossEntropy.ts";
export {
  jensenShannonContributions,
  jensenShannonDivergence,
} from "./measures/jensenShannonDivergence.ts";
export type { Direction } from "./measures/klDivergence.ts";
export { klContributions, klDivergence } from "./measures/klDivergence.ts";
export { crossPerplexity } from "./measures/perplexity.ts";

// Support

export type { SupportMismatch } from "./measures/supportMismatch.ts";
export { supportMismatch } from "./measures/supportMismatch.ts";

// Randomness

export type { AliasTable } from "./distributions/aliasTable.ts";
export { aliasTable } from "./distributions/aliasTable.ts";
export { standardNormal } from "./distributions/standardNormal.ts";
export type { Rng } from "./rng.ts";
export { createRng } from "./rng.ts";
