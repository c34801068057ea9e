import { inUnit, type Nats, type Unit } from "@surprisal/core";
import { toCsv } from "../../figure/csv.ts";
import { commandOf } from "./command.ts";
import { measure, type NextWord } from "./model.ts";

/** A row for each word: P, T, and its terms of D(T‖P) and D(P‖T). */
export function csvOf(state: NextWord, unit: Unit): string {
  const { drawn, terms, otherTerms } = measure(state);
  const rows = state.names.map((name, i) => [
    name,
    state.p[i]!,
    drawn[i]!,
    inUnit(terms[i]!, unit),
    inUnit(otherTerms[i]!, unit),
  ]);
  return toCsv([["word", "P", "T", `T log T/P (${unit})`, `P log P/T (${unit})`], ...rows]);
}

/** The state and its numbers at full precision; infinity, which JSON lacks, as the string "Infinity". */
export function jsonOf(state: NextWord, unit: Unit, link: string): string {
  const { names, p, logits, t, k, mass, ratio } = state;
  const { drawn, entropyP, entropyT, fromP, toT, tail, cut } = measure(state);
  const amount = (nats: Nats) => (Number.isFinite(nats) ? inUnit(nats, unit) : String(nats));
  const content = {
    words: names,
    P: [...p],
    ...(logits ? { logits } : {}),
    temperature: t,
    "top-k": k,
    "top-p": mass,
    "min-p": ratio,
    T: [...drawn],
    unit,
    "H(P)": amount(entropyP),
    "H(T)": amount(entropyT),
    "D(T‖P)": amount(fromP),
    "D(P‖T)": amount(toT),
    cut: { words: cut.map(({ index }) => names[index]), mass: tail },
    command: commandOf(state, unit),
    link,
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}
