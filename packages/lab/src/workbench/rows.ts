/** What a measure of P and Q is called; `key` also finds its words and its function. */
export type Row = {
  readonly key: Directed | Symmetric;
  /** The name of the function in the library. */
  readonly measure: string;
  /** Information is held in nats and shown in the reader's unit; a perplexity counts outcomes; the others have no unit. */
  readonly unit: "information" | "outcomes" | null;
  readonly order?: number;
};

/** The measures that differ with the direction. */
export const directed = [
  { key: "entropy", measure: "entropy", unit: "information" },
  { key: "crossEntropy", measure: "crossEntropy", unit: "information" },
  { key: "kl", measure: "klDivergence", unit: "information" },
  { key: "toMean", measure: "skewedKlDivergence", unit: "information" },
  { key: "renyi2", measure: "renyiDivergence", unit: "information", order: 2 },
  { key: "renyiMax", measure: "renyiDivergence", unit: "information", order: Infinity },
  { key: "chiSquared", measure: "chiSquaredDivergence", unit: null },
  { key: "perplexity", measure: "perplexity", unit: "outcomes" },
  { key: "crossPerplexity", measure: "crossPerplexity", unit: "outcomes" },
] as const;

/** The measures that are the same both ways. */
export const symmetric = [
  { key: "jeffreys", measure: "jeffreysDivergence", unit: "information" },
  { key: "jensenShannon", measure: "jensenShannonDivergence", unit: "information" },
  { key: "bhattacharyya", measure: "bhattacharyyaDistance", unit: "information" },
  { key: "overlap", measure: "bhattacharyyaCoefficient", unit: null },
  { key: "amari", measure: "alphaDivergence", unit: null, order: 0.5 },
  { key: "hellinger", measure: "hellingerDistance", unit: null },
  { key: "totalVariation", measure: "totalVariation", unit: null },
] as const;

export type Directed = (typeof directed)[number]["key"];
export type Symmetric = (typeof symmetric)[number]["key"];

const symbols: Record<Directed | Symmetric, (truth: string, model: string) => string> = {
  entropy: (truth) => `H(${truth})`,
  crossEntropy: (truth, model) => `H(${truth},${model})`,
  kl: (truth, model) => `D(${truth}‖${model})`,
  toMean: (truth) => `D(${truth}‖M)`,
  renyi2: (truth, model) => `D_2(${truth}‖${model})`,
  renyiMax: (truth, model) => `D_∞(${truth}‖${model})`,
  chiSquared: (truth, model) => `χ²(${truth}‖${model})`,
  perplexity: (truth) => `PP(${truth})`,
  crossPerplexity: (truth, model) => `PP(${truth},${model})`,
  jeffreys: () => "J(P,Q)",
  jensenShannon: () => "JS(P,Q)",
  bhattacharyya: () => "BD(P,Q)",
  overlap: () => "BC(P,Q)",
  amari: () => "A_½(P,Q)",
  hellinger: () => "h(P,Q)",
  totalVariation: () => "TV(P,Q)",
};

/** How a measure is written for one direction, as the command line prints it. */
export function symbolOf(key: Directed | Symmetric, direction: "forward" | "reverse" = "forward"): string {
  return direction === "forward" ? symbols[key]("P", "Q") : symbols[key]("Q", "P");
}

/** The orders of Rényi entropy that are shown of a single distribution. */
export const orders: readonly number[] = [0, 0.5, 1, 2, Infinity];
