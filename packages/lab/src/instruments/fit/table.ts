import { inUnit, type Unit } from "@surprisal/core";
import { toCsv } from "../../figure/csv.ts";
import { commandOf, truthOperand } from "./command.ts";
import { curvesOf } from "./curves.ts";
import { type Fit, measure, optimaOf } from "./model.ts";

/** A row for each point of the line: both densities, and both integrands. */
export function csvOf(fit: Fit, unit: Unit): string {
  const { x, p, q, forward, reverse } = curvesOf(fit);
  const rows = x.map((place, i) => [
    place,
    p[i]!,
    q[i]!,
    inUnit(forward[i]!, unit),
    inUnit(reverse[i]!, unit),
  ]);
  return toCsv([["x", "P", "Q", `P log P/Q (${unit})`, `Q log Q/P (${unit})`], ...rows]);
}

/** The state, its numbers with their error bound, and all optima. */
export function jsonOf(fit: Fit, unit: Unit, link: string): string {
  const { forward, reverse, error } = measure(fit);
  const optima = optimaOf(fit);
  const amount = (nats: number) => inUnit(nats, unit);
  const content = {
    P: truthOperand(fit),
    Q: { mean: fit.q.mean, sd: fit.q.sd },
    unit,
    "D(P‖Q)": amount(forward),
    "D(Q‖P)": amount(reverse),
    "error at most": amount(error),
    optima: [optima.forward, ...optima.reverse].map(({ mean, sd, forward, reverse, gradientNorm }, i) => ({
      of: i === 0 ? "D(P‖Q)" : "D(Q‖P)",
      mean,
      sd,
      "D(P‖Q)": amount(forward),
      "D(Q‖P)": amount(reverse),
      gradientNorm,
    })),
    command: commandOf(fit, unit),
    link,
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}
