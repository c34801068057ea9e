import {
  type DirectedKey,
  inUnit,
  measureBy,
  type PairMeasure,
  type Probabilities,
  type SymmetricKey,
  type Unit,
} from "@surprisal/core";
import type { Measured } from "./measured.ts";

/** What `compare` calls the measures of a pair. */
export const measureWords: Readonly<Record<DirectedKey | SymmetricKey, string>> = {
  entropy: "entropy",
  crossEntropy: "cross-entropy",
  kl: "KL divergence",
  toMean: "to the mean of both",
  renyi2: "Rényi, order 2",
  renyiMax: "Rényi, order ∞",
  chiSquared: "χ²",
  perplexity: "perplexity",
  crossPerplexity: "cross-perplexity",
  jeffreys: "Jeffreys",
  jensenShannon: "Jensen–Shannon",
  bhattacharyya: "Bhattacharyya",
  overlap: "Bhattacharyya overlap",
  amari: "Amari, α = ½",
  hellinger: "Hellinger distance",
  totalVariation: "total variation",
};

/** One measure of a truth and a model, in the unit asked for. */
export function measuredRow(
  { key, measure, symbol, order, unit: kind }: PairMeasure,
  [p, q]: readonly [Probabilities, Probabilities],
  [truth, model]: readonly [string, string],
  unit: Unit,
): Measured {
  const value = measureBy(key, p, q);
  return {
    measure,
    symbol: symbol(truth, model),
    value: kind === "information" ? inUnit(value, unit) : value,
    unit: kind === "information" ? unit : kind,
    ...(order !== undefined && { order }),
  };
}
