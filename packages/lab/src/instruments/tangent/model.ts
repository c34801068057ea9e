import { klDivergence, type Nats, type Probabilities } from "@surprisal/core";

/** One outcome that can happen, at t = Q/P under the line t − 1. */
export type Point = {
  readonly name: string;
  readonly p: number;
  readonly t: number;
  /** From the curve ln t up to the line t − 1; ∞ at t = 0. */
  readonly gap: Nats;
};

/** Gibbs' inequality on a P and a Q of one's own. */
export type Tangent = {
  readonly points: readonly Point[];
  /** Σ P · gap over the outcomes that can happen. */
  readonly gaps: Nats;
  /** What Q keeps for outcomes that cannot happen: by so much D(P‖Q) is more than the gaps. */
  readonly elsewhere: number;
  readonly divergence: Nats;
};

export function tangentOf(names: readonly string[], p: Probabilities, q: Probabilities): Tangent {
  const points = names
    .map((name, i) => ({ name, p: p[i]!, t: q[i]! / p[i]! }))
    .filter((point) => point.p > 0)
    .map((point) => ({ ...point, gap: gapAt(point.t) }))
    .sort((a, b) => a.t - b.t);
  const elsewhere = [...q].reduce((sum, mass, i) => (p[i] === 0 ? sum + mass : sum), 0);
  const gaps = points.reduce((sum, point) => sum + point.p * point.gap, 0);
  return { points, gaps, elsewhere, divergence: klDivergence(p, q) };
}

// With t = 1 + x it is x − ln(1 + x), which keeps its digits where the line touches.
function gapAt(t: number): Nats {
  return t - 1 - Math.log1p(t - 1);
}
