import { type Fit, modelOf, truthOf } from "./model.ts";

/** The stretch of the line that the figure shows. */
export const domain = [-6, 6] as const;
const count = 181;

/** Densities and integrands at evenly spaced points; the integrands in nats. */
export type Curves = {
  readonly x: readonly number[];
  readonly p: readonly number[];
  readonly q: readonly number[];
  /** P ln(P/Q) and Q ln(Q/P). */
  readonly forward: readonly number[];
  readonly reverse: readonly number[];
};

const grid = Array.from({ length: count }, (_, i) => domain[0] + ((domain[1] - domain[0]) * i) / (count - 1));

export function curvesOf(fit: Fit): Curves {
  const logP = grid.map(truthOf(fit).logDensity);
  const logQ = grid.map(modelOf(fit).logDensity);
  const [p, q] = [logP.map(Math.exp), logQ.map(Math.exp)];
  return {
    x: grid,
    p,
    q,
    forward: p.map((density, i) => density * (logP[i]! - logQ[i]!)),
    reverse: q.map((density, i) => density * (logQ[i]! - logP[i]!)),
  };
}

export function modelCurve(fit: Fit): readonly number[] {
  return grid.map(modelOf(fit).logDensity).map(Math.exp);
}
