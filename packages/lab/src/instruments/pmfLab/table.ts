import { inUnit, type Nats, type Unit } from "@surprisal/core";
import { toCsv } from "../../figure/csv.ts";
import { commandOf } from "./command.ts";
import { measure, type Pmf } from "./model.ts";

/** A row for each outcome: its name, its probability, its surprise, and its piece of the entropy. */
export function csvOf(pmf: Pmf, unit: Unit): string {
  const { surprises, pieces } = measure(pmf);
  const rows = pmf.names.map((name, i) => [
    name,
    pmf.p[i]!,
    inUnit(surprises[i]!, unit),
    inUnit(pieces[i]!, unit),
  ]);
  return toCsv([["outcome", "P", `log 1/P (${unit})`, `P log 1/P (${unit})`], ...rows]);
}

/** The state and its numbers at full precision; infinity, which JSON lacks, as the string "Infinity". */
export function jsonOf(pmf: Pmf, unit: Unit, link: string): string {
  const { entropy, ceiling, room, effective, surprises, pieces } = measure(pmf);
  const amount = (nats: Nats) => (Number.isFinite(nats) ? inUnit(nats, unit) : String(nats));
  const { towards, share, temperature } = pmf.shape;
  const content = {
    outcomes: pmf.names,
    P: [...pmf.p],
    unit,
    "H(P)": amount(entropy),
    ceiling: amount(ceiling),
    "D(P‖uniform)": amount(room),
    perplexity: effective,
    surprises: surprises.map(amount),
    pieces: pieces.map(amount),
    shape: {
      base: [...pmf.base],
      towards: pmf.names[towards],
      share: share / 100,
      temperature: Number.isFinite(temperature) ? temperature : String(temperature),
    },
    command: commandOf(pmf, unit),
    link,
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}
