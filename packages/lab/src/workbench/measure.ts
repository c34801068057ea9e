import {
  alphaDivergence,
  bhattacharyyaCoefficient,
  bhattacharyyaDistance,
  chiSquaredDivergence,
  crossEntropy,
  crossPerplexity,
  entropy,
  entropyContributions,
  hellingerDistance,
  jeffreysContributions,
  jeffreysDivergence,
  jensenShannonDivergence,
  klContributions,
  klDivergence,
  klOnCommonSupport,
  type Probabilities,
  perplexity,
  renyiDivergence,
  renyiEntropy,
  skewedKlDivergence,
  supportMismatch,
  totalVariation,
} from "@surprisal/core";
import { type Mismatch, mostCulprits, type Pair, type Single } from "./answer.ts";
import type { Side } from "./model.ts";
import { type Directed, directed, orders, type Symmetric, symmetric } from "./rows.ts";

type Measure = (p: Probabilities, q: Probabilities) => number;

const measures: Record<Directed | Symmetric, Measure> = {
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

export function measureSingle(side: Side, p: Probabilities, names: readonly string[] | undefined): Single {
  return {
    side,
    names,
    p,
    terms: entropyContributions(p),
    entropy: entropy(p),
    perplexity: perplexity(p),
    renyi: orders.map((order) => renyiEntropy(p, order)),
  };
}

export function measurePair(p: Probabilities, q: Probabilities, names: readonly string[] | undefined): Pair {
  return {
    names,
    p,
    q,
    terms: {
      forward: klContributions(p, q),
      reverse: klContributions(p, q, "reverse"),
      both: jeffreysContributions(p, q),
    },
    directed: Object.fromEntries(
      directed.map(({ key }) => [key, [measures[key](p, q), measures[key](q, p)]]),
    ) as Record<Directed, [number, number]>,
    symmetric: Object.fromEntries(symmetric.map(({ key }) => [key, measures[key](p, q)])) as Record<
      Symmetric,
      number
    >,
    mismatch: { forward: mismatchOf(p, q), reverse: mismatchOf(q, p) },
  };
}

function mismatchOf(p: Probabilities, q: Probabilities): Mismatch | undefined {
  const { outcomes, mass } = supportMismatch(p, q);
  if (outcomes.length === 0) return undefined;
  const shared = Array.from(p).some((x, i) => x > 0 && q[i]! > 0);
  return {
    culprits: outcomes.slice(0, mostCulprits).map(({ index, mass }) => ({ index, mass })),
    count: outcomes.length,
    mass,
    common: shared ? klOnCommonSupport(p, q) : undefined,
  };
}
