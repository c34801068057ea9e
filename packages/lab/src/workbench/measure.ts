import {
  alphaDivergence,
  bhattacharyyaCoefficient,
  bhattacharyyaDistance,
  chiSquaredDivergence,
  conditionalEntropy,
  crossEntropy,
  crossPerplexity,
  entropy,
  entropyContributions,
  hellingerDistance,
  jeffreysContributions,
  jeffreysDivergence,
  jensenShannonDivergence,
  jointEntropy,
  klContributions,
  klDivergence,
  klOnCommonSupport,
  marginal,
  mutualInformation,
  normalizedMutualInformation,
  type Probabilities,
  perplexity,
  pointwiseMutualInformation,
  renyiDivergence,
  renyiEntropy,
  skewedKlDivergence,
  supportMismatch,
  totalVariation,
  variationOfInformation,
} from "@surprisal/core";
import type { JointCounts } from "@surprisal/data";
import { type Joint, type Mismatch, mostCulprits, type Pair, type Single } from "./answer.ts";
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

const mostPairs = 12;

export function measureJoint({ columns, names, counts, table }: JointCounts): Joint {
  const [x, y] = [marginal(table, [0]).p, marginal(table, [1]).p];
  const n = counts.reduce((sum, count) => sum + count, 0);
  const pointwise = pointwiseMutualInformation(table);
  const terms = pointwise.map((nats, i) => (table.p[i] === 0 ? 0 : table.p[i]! * nats));
  const leading = Array.from(terms.keys())
    .filter((i) => counts[i]! > 0)
    .sort((a, b) => Math.abs(terms[b]!) - Math.abs(terms[a]!) || a - b)
    .slice(0, mostPairs);
  return {
    columns,
    n,
    outcomes: [x.length, y.length],
    measures: [
      { key: "shared", nats: mutualInformation(table) },
      { key: "x", nats: entropy(x) },
      { key: "y", nats: entropy(y) },
      { key: "joint", nats: jointEntropy(table) },
      { key: "xGivenY", nats: conditionalEntropy(table, [0], [1]) },
      { key: "yGivenX", nats: conditionalEntropy(table, [1], [0]) },
      { key: "variation", nats: variationOfInformation(table) },
    ],
    normalized: normalizedMutualInformation(table, "joint"),
    bias: ((x.length - 1) * (y.length - 1)) / (2 * n),
    pairs: leading.map((i) => ({
      x: names[0][Math.floor(i / y.length)]!,
      y: names[1][i % y.length]!,
      count: counts[i]!,
      pointwise: pointwise[i]!,
      term: terms[i]!,
    })),
  };
}
