import type { Probabilities } from "../distributions/kinds.ts";
import { alphaDivergence } from "./alphaDivergence.ts";
import { bhattacharyyaCoefficient, bhattacharyyaDistance } from "./bhattacharyya.ts";
import { chiSquaredDivergence } from "./chiSquaredDivergence.ts";
import { crossEntropy } from "./crossEntropy.ts";
import { entropy } from "./entropy.ts";
import { hellingerDistance } from "./hellingerDistance.ts";
import { jeffreysDivergence } from "./jeffreysDivergence.ts";
import { jensenShannonDivergence } from "./jensenShannonDivergence.ts";
import { klDivergence } from "./klDivergence.ts";
import type { DirectedKey, SymmetricKey } from "./pairMeasures.ts";
import { crossPerplexity, perplexity } from "./perplexity.ts";
import { renyiDivergence } from "./renyiDivergence.ts";
import { skewedKlDivergence } from "./skewedKlDivergence.ts";
import { totalVariation } from "./totalVariation.ts";

type Measure = (p: Probabilities, q: Probabilities) => number;

const measures: Readonly<Record<DirectedKey | SymmetricKey, Measure>> = {
  entropy: (p) => entropy(p),
  crossEntropy,
  kl: (p, q) => klDivergence(p, q),
  toMean: (p, q) => skewedKlDivergence(p, q, 0.5),
  renyi2: (p, q) => renyiDivergence(p, q, 2),
  renyiMax: (p, q) => renyiDivergence(p, q, Infinity),
  chiSquared: chiSquaredDivergence,
  perplexity: (p) => perplexity(p),
  crossPerplexity,
  jeffreys: jeffreysDivergence,
  jensenShannon: (p, q) => jensenShannonDivergence(p, q),
  bhattacharyya: bhattacharyyaDistance,
  overlap: bhattacharyyaCoefficient,
  amari: (p, q) => alphaDivergence(p, q, 0.5),
  hellinger: hellingerDistance,
  totalVariation,
};

/**
 * The value of one of the measures that `directedMeasures` and `symmetricMeasures` list.
 *
 * @param key Of the measure, as listed.
 * @param p The truth.
 * @param q The model, over the same outcomes.
 * @returns Nats where the measure's unit is information, else a pure number; from what sizes and how exactly, as its function says.
 * @throws {RangeError} if p and q differ in length
 * @example
 * measureBy("overlap", probabilities([0.5, 0.5]), probabilities([1, 0])) // 0.7071067811865476
 */
export function measureBy(key: DirectedKey | SymmetricKey, p: Probabilities, q: Probabilities): number {
  return measures[key](p, q);
}
