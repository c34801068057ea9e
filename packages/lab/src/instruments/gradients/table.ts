import { inUnit, type Nats, type Unit } from "@surprisal/core";
import { toCsv } from "../../figure/csv.ts";
import { biasOf, cloudOf } from "./cloud.ts";
import { commandOf } from "./command.ts";
import { type By, type Gradients, names, shown } from "./model.ts";
import { slopesOf, ways } from "./slopes.ts";

const bys: readonly By[] = ["logits", "probabilities"];
const divergence = { forward: "D(P‖Q)", reverse: "D(Q‖P)" } as const;

/** A row for each outcome: P, Q, and the derivatives of both divergences by its logit and by its probability. */
export function csvOf({ p, q }: Gradients, unit: Unit): string {
  const columns = bys.flatMap((by) =>
    ways.map((way) => ({
      head: `${divergence[way]} by ${by} (${unit})`,
      slopes: slopesOf(p, q, by, way).gradient,
    })),
  );
  return toCsv([
    ["outcome", "P", "Q", ...columns.map(({ head }) => head)],
    ...names.map((name, i) => [name, p[i]!, q[i]!, ...columns.map(({ slopes }) => inUnit(slopes[i]!, unit))]),
  ]);
}

/** The state and its numbers at full precision; infinity, which JSON lacks, as the string "Infinity". */
export function jsonOf(state: Gradients, unit: Unit, link: string): string {
  const { p, q, way, batch, baseline, clip, seed, steps } = state;
  const amount = (nats: Nats) => (Number.isFinite(nats) ? inUnit(nats, unit) : String(nats));
  const cloud = cloudOf(state);
  const squared = inUnit(1, unit) ** 2;
  const content = {
    outcomes: names,
    P: [...p],
    Q: [...q],
    unit,
    ...Object.fromEntries(ways.map((one) => [divergence[one], amount(slopesOf(p, q, "logits", one).value)])),
    derivatives: Object.fromEntries(
      bys.map((by) => [
        by,
        Object.fromEntries(
          ways.map((one) => [divergence[one], [...slopesOf(p, q, by, one).gradient].map(amount)]),
        ),
      ]),
    ),
    estimates: {
      of: divergence[way],
      batch,
      baseline: way === "forward" ? "none" : baseline,
      costsAtMost: way === "forward" ? "Infinity" : amount(clip),
      seed,
      batches: shown,
      variance: cloud ? cloud.exact.variance * squared : "Infinity",
      bias: cloud ? inUnit(biasOf(cloud), unit) : "Infinity",
      measured: cloud ? cloud.measured.variance * squared : "Infinity",
    },
    steps,
    command: commandOf(state, unit),
    link,
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}
