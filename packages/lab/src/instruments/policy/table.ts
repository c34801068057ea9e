import { inUnit, klContributions, type Nats, type Probabilities, type Unit } from "@surprisal/core";
import { toCsv } from "../../figure/csv.ts";
import { commandOf } from "./command.ts";
import { measure, type Policy } from "./model.ts";

/** A row for each reply: P, Q, Q*, its points, its term of D(Q‖P), and what it adds on the leash. */
export function csvOf(state: Policy, q: Probabilities, unit: Unit): string {
  const { optimum, terms } = measure(state, q);
  const strayed = klContributions(q, state.p);
  const rows = state.names.map((name, i) => [
    name,
    state.p[i]!,
    q[i]!,
    optimum[i]!,
    state.reward[i]!,
    inUnit(strayed[i]!, unit),
    terms[i]!,
  ]);
  return toCsv([["reply", "P", "Q", "Q*", "r", `Q log Q/P (${unit})`, "Q (r − β ln Q/P)"], ...rows]);
}

/** The state and its numbers at full precision; infinity, which JSON lacks, as the string "Infinity". */
export function jsonOf(state: Policy, q: Probabilities, unit: Unit, link: string): string {
  const { names, p, reward, worth, beta, start, rule, clip, inner, sampled, seed, steps } = state;
  const at = measure(state, q);
  const number = (value: number) => (Number.isFinite(value) ? value : String(value));
  const amount = (nats: Nats) => number(inUnit(nats, unit));
  const content = {
    replies: names,
    P: [...p],
    r: reward,
    ...(worth ? { worth } : {}),
    beta,
    Q: [...q],
    "Q*": [...at.optimum],
    training: { start: [...start], rule, clip: number(clip), inner, sampled, seed, steps },
    unit,
    "E_Q[r]": at.reward,
    "D(Q‖P)": amount(at.divergence),
    "E_Q[r] − β·D(Q‖P)": number(at.leashed),
    "β·ln Z": at.best,
    "D(Q‖Q*)": amount(at.gap),
    command: commandOf(state, q, unit),
    link,
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}
