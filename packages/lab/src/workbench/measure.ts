import {
  conditionalEntropy,
  type DirectedKey,
  directedMeasures,
  entropy,
  entropyContributions,
  jeffreysContributions,
  jointEntropy,
  klContributions,
  klOnCommonSupport,
  marginal,
  measureBy,
  mutualInformation,
  normalizedMutualInformation,
  type Probabilities,
  perplexity,
  pointwiseMutualInformation,
  renyiEntropy,
  type SymmetricKey,
  supportMismatch,
  symmetricMeasures,
  variationOfInformation,
} from "@surprisal/core";
import type { JointCounts } from "@surprisal/data";
import { type Joint, type Mismatch, mostCulprits, type Pair, type Single } from "./answer.ts";
import type { Side } from "./model.ts";
import { orders } from "./orders.ts";

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
      directedMeasures.map(({ key }) => [key, [measureBy(key, p, q), measureBy(key, q, p)]]),
    ) as Record<DirectedKey, [number, number]>,
    symmetric: Object.fromEntries(symmetricMeasures.map(({ key }) => [key, measureBy(key, p, q)])) as Record<
      SymmetricKey,
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
