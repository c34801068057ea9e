import { inUnit, type Unit } from "@surprisal/core";
import { toCsv } from "../../figure/csv.ts";
import { commandOf } from "./command.ts";
import { before, best, correlationOf, type Inference, knownOf, measure, withQ } from "./model.ts";

/** A row for Q as it is, for what was believed before, and for the best Q of each direction, with what each comes to. */
export function csvOf(state: Inference, unit: Unit): string {
  const candidates = {
    Q: state.q,
    prior: [before, before] as const,
    "least D(Q‖P)": best(state, "reverse"),
    "least D(P‖Q)": best(state, "forward"),
  };
  const rows = Object.entries(candidates).map(([name, q]) => {
    const { surprise, gap, miss, moved, bound, forward } = measure(withQ(state, q));
    const amounts = [surprise, gap, miss, moved, bound, forward].map((nats) => inUnit(nats, unit));
    return [name, q[0].mean, q[0].sd, q[1].mean, q[1].sd, ...amounts];
  });
  const head = ["which", "mean 1", "sd 1", "mean 2", "sd 2", `−log P(x) (${unit})`, "D(Q‖P(z|x))"];
  return toCsv([[...head, "E_Q[−log P(x|z)]", "D(Q‖P(z))", "−ELBO", "D(P(z|x)‖Q)"], ...rows]);
}

/** The state and its numbers at full precision. */
export function jsonOf(state: Inference, unit: Unit, link: string): string {
  const now = measure(state);
  const amount = (nats: number) => inUnit(nats, unit);
  const { mean, sd } = knownOf(state);
  const content = {
    reading: state.reading,
    "error of the scale": state.error,
    prior: before,
    posterior: { mean, sd, correlation: correlationOf(state) },
    Q: state.q,
    unit,
    "−log P(x)": amount(now.surprise),
    "D(Q‖P(z|x))": amount(now.gap),
    "E_Q[−log P(x|z)]": amount(now.miss),
    "D(Q‖P(z))": amount(now.moved),
    "−ELBO": amount(now.bound),
    "D(P(z|x)‖Q)": amount(now.forward),
    command: commandOf(state, unit),
    link,
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}
