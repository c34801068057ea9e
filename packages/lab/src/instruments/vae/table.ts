import { inUnit, type Nats, type Unit } from "@surprisal/core";
import { toCsv } from "../../figure/csv.ts";
import { commandOf } from "./command.ts";
import type { Cost } from "./loss.ts";
import { stride, type Vae } from "./model.ts";
import type { Moment } from "./run.ts";

/** A row for each moment: steps done, rate, distortion and what both come to. */
export function csvOf(costs: readonly Cost[], unit: Unit): string {
  const amount = (nats: Nats) => inUnit(nats, unit);
  const rows = costs.map(({ rate, distortion }, i) => [
    i * stride,
    amount(rate),
    amount(distortion),
    amount(rate + distortion),
  ]);
  return toCsv([["step", `D(Q‖P(z)) (${unit})`, "E_Q[−log P(x|z)]", "−ELBO"], ...rows]);
}

/** The training and what it has come to at full precision, in amounts a picture. */
export function jsonOf(state: Vae, moment: Moment, unit: Unit, link: string): string {
  const content = {
    β: state.beta,
    seed: state.seed,
    steps: state.moment * stride,
    unit,
    "D(Q‖P(z))": inUnit(moment.rate, unit),
    "E_Q[−log P(x|z)]": inUnit(moment.distortion, unit),
    "−ELBO": inUnit(moment.rate + moment.distortion, unit),
    codes: moment.codes.map(([m1, m2, s1, s2]) => ({ mean: [m1, m2], sd: [s1, s2] })),
    command: commandOf(moment, unit),
    link,
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}
