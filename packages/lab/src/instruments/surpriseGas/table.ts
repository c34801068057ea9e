import { inUnit, type Nats, type Unit } from "@surprisal/core";
import { toCsv } from "../../figure/csv.ts";
import { commandOf } from "../duel/command.ts";
import { type Gas, measure, runningAverages, standardError } from "./model.ts";

/** A row for each draw: its outcome, what it costs either reader, and the averages so far. */
export function csvOf(gas: Gas, unit: Unit): string {
  const { outcomes, knows, believes } = measure(gas);
  const readers = [knows, believes].map((reader) => ({
    energies: reader.energies,
    averages: runningAverages(outcomes, reader),
  }));
  const rows = outcomes.map((outcome, draw) => [
    draw + 1,
    gas.duel.names[outcome]!,
    ...readers.flatMap(({ energies, averages }) =>
      [energies[outcome]!, averages[draw]!].map((nats) => inUnit(nats, unit)),
    ),
  ]);
  const titles = ["P", "Q"].flatMap((belief) => [`-log ${belief} (${unit})`, `average so far (${unit})`]);
  return toCsv([["draw", "outcome", ...titles], ...rows]);
}

/** The state and its numbers at full precision; infinity, which JSON lacks, as the string "Infinity". */
export function jsonOf(gas: Gas, unit: Unit, link: string): string {
  const { names, p, q } = gas.duel;
  const { counts, knows, believes, waste, culprits } = measure(gas);
  const amount = (nats: Nats) => (Number.isFinite(nats) ? inUnit(nats, unit) : String(nats));
  const readers = [knows, believes].map((reader) => ({
    surprises: reader.energies.map(amount),
    expected: amount(reader.expected),
    average: amount(reader.average),
    "standard error": amount(standardError(reader, gas.drawn)),
  }));
  const content = {
    outcomes: names,
    P: [...p],
    Q: [...q],
    seed: gas.seed,
    draws: gas.drawn,
    counts,
    unit,
    "H(P)": amount(knows.expected),
    "H(P,Q)": amount(believes.expected),
    "D(P‖Q)": amount(waste),
    "knows P": readers[0],
    "believes Q": readers[1],
    culprits: culprits.map(({ index, mass }) => ({ outcome: names[index], mass })),
    command: commandOf(gas.duel, unit),
    link,
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}
