import { inUnit, klContributions, type Nats, type Probabilities, type Unit } from "@surprisal/core";
import { toCsv } from "../../figure/csv.ts";
import { commandOf } from "./command.ts";
import { measure } from "./measure.ts";
import type { Distill } from "./model.ts";
import { orderNames } from "./names.ts";
import { soughtBy, wholeTeacher, worths } from "./teacher.ts";
import type { DistillWords } from "./words/en.ts";

/** A row for each of the sixteen orders: P, P as it is taught, Q, its term of D(P‖Q) and what it is worth to the task. */
export function csvOf(state: Distill, q: Probabilities, unit: Unit, words: DistillWords): string {
  const [whole, p, w] = [wholeTeacher(state), soughtBy(state), worths(state)];
  const terms = klContributions(p, q);
  const rows = orderNames(words).map((name, order) => [
    name,
    whole[order]!,
    p[order]!,
    q[order]!,
    inUnit(terms[order]!, unit),
    w[order]!,
  ]);
  return toCsv([["order", "P", "P taught", "Q", `P log P/Q (${unit})`, "w"], ...rows]);
}

/** The state and its numbers at full precision; infinity, which JSON lacks, as the string "Infinity". */
export function jsonOf(
  state: Distill,
  q: Probabilities,
  unit: Unit,
  words: DistillWords,
  link: string,
): string {
  const { shares: _, worth: __, ...training } = state;
  const at = measure(state, q);
  const names = orderNames(words);
  const amount = (nats: Nats) => (Number.isFinite(nats) ? inUnit(nats, unit) : String(nats));
  const p = soughtBy(state);
  const content = {
    orders: names,
    P: [...wholeTeacher(state)],
    "P taught": [...p],
    Q: [...q],
    w: worths(state),
    training,
    unit,
    "H(P,Q)": amount(at.crossEntropy),
    "H(P)": amount(at.entropy),
    "D(P‖Q)": amount(at.forward),
    "D(Q‖P)": amount(at.reverse),
    wasted: at.wasted,
    missed: at.missed.map((order) => names[order]!),
    "E_Q[w]": at.serves,
    command: commandOf(names, p, q, unit),
    link,
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}
