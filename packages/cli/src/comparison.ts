import {
  alphaDivergence,
  bhattacharyyaCoefficient,
  bhattacharyyaDistance,
  chiSquaredDivergence,
  crossEntropy,
  crossPerplexity,
  entropy,
  hellingerDistance,
  inUnit,
  jeffreysDivergence,
  jensenShannonDivergence,
  klDivergence,
  type Probabilities,
  perplexity,
  renyiDivergence,
  skewedKlDivergence,
  totalVariation,
  type Unit,
} from "@surprisal/core";
import type { Measured } from "./measured.ts";

/** A measure of two distributions as `compare` lists it; information is computed in nats. */
interface Row {
  measure: string;
  words: string;
  symbol(truth: string, model: string): string;
  of(p: Probabilities, q: Probabilities): number;
  unit: "information" | "outcomes" | null;
  order?: number;
}

type SymbolOf = Row["symbol"];
const divergence: SymbolOf = (truth, model) => `D(${truth}‖${model})`;

/** The measures that differ with the direction. */
export const directed: readonly Row[] = [
  {
    measure: "entropy",
    words: "entropy",
    symbol: (truth) => `H(${truth})`,
    of: (p) => entropy(p),
    unit: "information",
  },
  {
    measure: "crossEntropy",
    words: "cross-entropy",
    symbol: (truth, model) => `H(${truth},${model})`,
    of: crossEntropy,
    unit: "information",
  },
  {
    measure: "klDivergence",
    words: "KL divergence",
    symbol: divergence,
    of: (p, q) => klDivergence(p, q),
    unit: "information",
  },
  {
    measure: "skewedKlDivergence",
    words: "to the mean of both",
    symbol: (truth) => `D(${truth}‖M)`,
    of: (p, q) => skewedKlDivergence(p, q, 0.5),
    unit: "information",
  },
  {
    measure: "renyiDivergence",
    words: "Rényi, order 2",
    symbol: (t, m) => `D_2(${t}‖${m})`,
    of: (p, q) => renyiDivergence(p, q, 2),
    unit: "information",
    order: 2,
  },
  {
    measure: "renyiDivergence",
    words: "Rényi, order ∞",
    symbol: (t, m) => `D_∞(${t}‖${m})`,
    of: (p, q) => renyiDivergence(p, q, Infinity),
    unit: "information",
    order: Infinity,
  },
  {
    measure: "chiSquaredDivergence",
    words: "χ²",
    symbol: (t, m) => `χ²(${t}‖${m})`,
    of: chiSquaredDivergence,
    unit: null,
  },
  {
    measure: "perplexity",
    words: "perplexity",
    symbol: (truth) => `PP(${truth})`,
    of: (p) => perplexity(p),
    unit: "outcomes",
  },
  {
    measure: "crossPerplexity",
    words: "cross-perplexity",
    symbol: (t, m) => `PP(${t},${m})`,
    of: crossPerplexity,
    unit: "outcomes",
  },
];

/** The measures that are the same both ways. */
export const symmetric: readonly Row[] = [
  {
    measure: "jeffreysDivergence",
    words: "Jeffreys",
    symbol: () => "J(P,Q)",
    of: jeffreysDivergence,
    unit: "information",
  },
  {
    measure: "jensenShannonDivergence",
    words: "Jensen–Shannon",
    symbol: () => "JS(P,Q)",
    of: (p, q) => jensenShannonDivergence(p, q),
    unit: "information",
  },
  {
    measure: "bhattacharyyaDistance",
    words: "Bhattacharyya",
    symbol: () => "BD(P,Q)",
    of: bhattacharyyaDistance,
    unit: "information",
  },
  {
    measure: "bhattacharyyaCoefficient",
    words: "Bhattacharyya overlap",
    symbol: () => "BC(P,Q)",
    of: bhattacharyyaCoefficient,
    unit: null,
  },
  {
    measure: "alphaDivergence",
    words: "Amari, α = ½",
    symbol: () => "A_½(P,Q)",
    of: (p, q) => alphaDivergence(p, q, 0.5),
    unit: null,
    order: 0.5,
  },
  {
    measure: "hellingerDistance",
    words: "Hellinger distance",
    symbol: () => "h(P,Q)",
    of: hellingerDistance,
    unit: null,
  },
  {
    measure: "totalVariation",
    words: "total variation",
    symbol: () => "TV(P,Q)",
    of: totalVariation,
    unit: null,
  },
];

/** One measure of a truth and a model, in the unit asked for. */
export function measuredRow(
  row: Row,
  [p, q]: readonly [Probabilities, Probabilities],
  [truth, model]: readonly [string, string],
  unit: Unit,
): Measured {
  const { measure, words: _, symbol, of, order } = row;
  const value = of(p, q);
  return {
    measure,
    symbol: symbol(truth, model),
    value: row.unit === "information" ? inUnit(value, unit) : value,
    unit: row.unit === "information" ? unit : row.unit,
    ...(order !== undefined && { order }),
  };
}
