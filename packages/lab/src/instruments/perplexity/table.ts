import { inUnit, type Nats, type Unit } from "@surprisal/core";
import { toCsv } from "../../figure/csv.ts";
import { commandOf } from "./command.ts";
import { measure, type Reading } from "./model.ts";
import { choicesOf } from "./readouts.ts";
import { type Step, truths } from "./text.ts";

const amount = (nats: Nats, unit: Unit) => (Number.isFinite(nats) ? inUnit(nats, unit) : String(nats));

/** A row for each word shown: what Q gave it, what it cost, and what Q expected there. */
export function csvOf(reading: Reading, steps: readonly Step[], unit: Unit): string {
  const { surprises, entropies } = measure(reading);
  const rows = surprises.map((surprise, i) => [
    steps[i]!.names[truths[i]!]!,
    reading.beliefs[i]![truths[i]!]!,
    amount(surprise, unit),
    amount(entropies[i]!, unit),
  ]);
  return toCsv([["word", "Q(word)", `surprise (${unit})`, `H(Q) (${unit})`], ...rows]);
}

/** The state and its numbers at full precision; infinity, which JSON lacks, as the string "Infinity". */
export function jsonOf(reading: Reading, steps: readonly Step[], unit: Unit, link: string): string {
  const { surprises, paid, expected } = measure(reading);
  const choices = (nats: Nats | undefined) =>
    nats === undefined ? null : Number.isFinite(nats) ? choicesOf(nats) : String(nats);
  const content = {
    words: steps.map(({ names }, i) => ({
      continuations: names,
      Q: [...reading.beliefs[i]!],
      ...(i < reading.revealed
        ? { word: names[truths[i]!], surprise: amount(surprises[i]!, unit) }
        : { covered: true }),
    })),
    unit,
    "H(Q)": expected === undefined ? null : amount(expected, unit),
    "H(P,Q)": paid === undefined ? null : amount(paid, unit),
    "PP(P,Q)": choices(paid),
    "PP(Q)": choices(expected),
    command: commandOf(reading, steps, unit),
    link,
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}
