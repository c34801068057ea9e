import { inUnit, type Nats, type Unit } from "@surprisal/core";
import { toCsv } from "../../figure/csv.ts";
import { commandOf } from "./command.ts";
import { type Duel, measure } from "./model.ts";

/** A row for each outcome: its name, P, Q, and its terms of D(P‖Q) and D(Q‖P). */
export function csvOf(duel: Duel, unit: Unit): string {
  const { terms, reverseTerms } = measure(duel);
  const rows = duel.names.map((name, i) => [
    name,
    duel.p[i]!,
    duel.q[i]!,
    inUnit(terms[i]!, unit),
    inUnit(reverseTerms[i]!, unit),
  ]);
  return toCsv([["outcome", "P", "Q", `P log P/Q (${unit})`, `Q log Q/P (${unit})`], ...rows]);
}

/** The state and its numbers at full precision; infinity, which JSON lacks, as the string "Infinity". */
export function jsonOf(duel: Duel, unit: Unit, link: string): string {
  const { names, p, q } = duel;
  const { entropyP, entropyQ, crossEntropy, forward, reverse, terms, culprits } = measure(duel);
  const amount = (nats: Nats) => (Number.isFinite(nats) ? inUnit(nats, unit) : String(nats));
  const content = {
    outcomes: names,
    P: [...p],
    Q: [...q],
    unit,
    "H(P)": amount(entropyP),
    "H(Q)": amount(entropyQ),
    "H(P,Q)": amount(crossEntropy),
    "D(P‖Q)": amount(forward),
    "D(Q‖P)": amount(reverse),
    "terms of D(P‖Q)": terms.map(amount),
    culprits: culprits.map(({ index, mass }) => ({ outcome: names[index], mass })),
    command: commandOf(duel, unit),
    link,
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}
