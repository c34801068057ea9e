/** A measure of a truth and a model, as a comparison lists it. */
export interface PairMeasure<Key extends string = DirectedKey | SymmetricKey> {
  /** What tells it from the others. */
  readonly key: Key;
  /** The name of its function. */
  readonly measure: string;
  /** Information is in nats; a perplexity counts outcomes; the others have no unit. */
  readonly unit: "information" | "outcomes" | null;
  /** Only for a family of measures. */
  readonly order?: number;
  /** As it is written of a truth and a model so named: `D(P‖Q)`. */
  readonly symbol: (truth: string, model: string) => string;
}

export type DirectedKey =
  | "entropy"
  | "crossEntropy"
  | "kl"
  | "toMean"
  | "renyi2"
  | "renyiMax"
  | "chiSquared"
  | "perplexity"
  | "crossPerplexity";

export type SymmetricKey =
  | "jeffreys"
  | "jensenShannon"
  | "bhattacharyya"
  | "overlap"
  | "amari"
  | "hellinger"
  | "totalVariation";

const information = "information";

/**
 * The measures of a pair that differ with the direction, in the order of a comparison; `measureBy` gives their values.
 *
 * @example
 * directedMeasures.map(({ symbol }) => symbol("P", "Q")).join(" ") // "H(P) H(P,Q) D(P‖Q) D(P‖M) D_2(P‖Q) D_∞(P‖Q) χ²(P‖Q) PP(P) PP(P,Q)"
 */
export const directedMeasures: readonly PairMeasure<DirectedKey>[] = [
  { key: "entropy", measure: "entropy", unit: information, symbol: (p) => `H(${p})` },
  { key: "crossEntropy", measure: "crossEntropy", unit: information, symbol: (p, q) => `H(${p},${q})` },
  { key: "kl", measure: "klDivergence", unit: information, symbol: (p, q) => `D(${p}‖${q})` },
  { key: "toMean", measure: "skewedKlDivergence", unit: information, symbol: (p) => `D(${p}‖M)` },
  {
    ...{ key: "renyi2", measure: "renyiDivergence", unit: information, order: 2 },
    symbol: (p, q) => `D_2(${p}‖${q})`,
  },
  {
    ...{ key: "renyiMax", measure: "renyiDivergence", unit: information, order: Infinity },
    symbol: (p, q) => `D_∞(${p}‖${q})`,
  },
  { key: "chiSquared", measure: "chiSquaredDivergence", unit: null, symbol: (p, q) => `χ²(${p}‖${q})` },
  { key: "perplexity", measure: "perplexity", unit: "outcomes", symbol: (p) => `PP(${p})` },
  { key: "crossPerplexity", measure: "crossPerplexity", unit: "outcomes", symbol: (p, q) => `PP(${p},${q})` },
];

/**
 * The measures of a pair that are the same both ways, in the order of a comparison; `measureBy` gives their values.
 *
 * @example
 * symmetricMeasures.map(({ symbol }) => symbol("P", "Q")).join(" ") // "J(P,Q) JS(P,Q) BD(P,Q) BC(P,Q) A_½(P,Q) h(P,Q) TV(P,Q)"
 */
export const symmetricMeasures: readonly PairMeasure<SymmetricKey>[] = [
  { key: "jeffreys", measure: "jeffreysDivergence", unit: information, symbol: (p, q) => `J(${p},${q})` },
  {
    key: "jensenShannon",
    measure: "jensenShannonDivergence",
    unit: information,
    symbol: (p, q) => `JS(${p},${q})`,
  },
  {
    key: "bhattacharyya",
    measure: "bhattacharyyaDistance",
    unit: information,
    symbol: (p, q) => `BD(${p},${q})`,
  },
  { key: "overlap", measure: "bhattacharyyaCoefficient", unit: null, symbol: (p, q) => `BC(${p},${q})` },
  { key: "amari", measure: "alphaDivergence", unit: null, order: 0.5, symbol: (p, q) => `A_½(${p},${q})` },
  { key: "hellinger", measure: "hellingerDistance", unit: null, symbol: (p, q) => `h(${p},${q})` },
  { key: "totalVariation", measure: "totalVariation", unit: null, symbol: (p, q) => `TV(${p},${q})` },
];
