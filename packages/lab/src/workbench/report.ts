import {
  directedMeasures,
  inUnit,
  type Nats,
  type PairMeasure,
  symmetricMeasures,
  type Unit,
} from "@surprisal/core";
import { toCsv } from "../figure/csv.ts";
import type { Answer, Mismatch, Pair, SideAnswer, Single } from "./answer.ts";
import { type Columns, columnsOf, leading, nameOf, surpriseOf } from "./outcomes.ts";

const top = 10;

/** The object that `surprisal compare --json` prints (of one distribution, `surprisal entropy --json`), as one line. */
export function jsonOf(answer: Answer, unit: Unit): string {
  const { p, q, single, pair } = answer;
  const report = pair ? pairReport(pair, [p!, q!], unit) : singleReport(single!, (p ?? q)!, unit);
  return `${JSON.stringify(report, (_, value) => (value === Infinity || value === -Infinity ? String(value) : value))}\n`;
}

/** Every outcome, at full precision. */
export function csvOf(answer: Answer, unit: Unit): string {
  const columns = columnsOf(answer)!;
  const { p, q, forward, reverse, length } = columns;
  const amount = (nats: Nats) => inUnit(nats, unit);
  const row = (i: number) => [nameOf(columns, i), p[i]!];
  const outcomes = Array.from({ length }, (_, i) => i);
  if (!q || !reverse) {
    const letter = answer.single!.side.toUpperCase();
    const head = ["outcome", letter, `surprise (${unit})`, `${letter} × surprise (${unit})`];
    return toCsv([
      head,
      ...outcomes.map((i) => [...row(i), amount(surpriseOf(columns, i)), amount(forward[i]!)]),
    ]);
  }
  const head = ["outcome", "P", "Q", `surprise of Q (${unit})`, `P log P/Q (${unit})`, `Q log Q/P (${unit})`];
  return toCsv([
    head,
    ...outcomes.map((i) => [
      ...row(i),
      q[i]!,
      amount(surpriseOf(columns, i)),
      amount(forward[i]!),
      amount(reverse[i]!),
    ]),
  ]);
}

function singleReport(single: Single, side: SideAnswer, unit: Unit) {
  const columns = columnsOf({ problems: {}, single })!;
  const { p, terms } = single;
  return {
    ...{ measure: "entropy", symbol: "H(P)", value: inUnit(single.entropy, unit), unit },
    maximum: inUnit(Math.log(p.length), unit),
    perplexity: single.perplexity,
    p: sourceOf(side),
    outcomes: p.length,
    terms: leading(columns, top).map((i) => ({
      outcome: outcomeOf(columns, i),
      p: p[i]!,
      surprise: inUnit(surpriseOf(columns, i), unit),
      term: inUnit(terms[i]!, unit),
    })),
  };
}

function pairReport(pair: Pair, [p, q]: readonly [SideAnswer, SideAnswer], unit: Unit) {
  const columns = columnsOf({ problems: {}, pair })!;
  const [forward, reverse] = [
    mismatchReport(pair.mismatch.forward, columns, unit),
    mismatchReport(pair.mismatch.reverse, columns, unit),
  ];
  const either = { culprits: [...(forward.culprits ?? []), ...(reverse.culprits ?? [])] };
  const explained = (row: PairMeasure, symbol: string, value: number, why: object) => ({
    ...{ measure: row.measure, symbol, value: row.unit === "information" ? inUnit(value, unit) : value },
    unit: row.unit === "information" ? unit : row.unit,
    ...(row.order !== undefined && { order: row.order }),
    ...(value === Infinity && why),
  });
  const measures = [
    ...directedMeasures.flatMap((row) => [
      explained(row, row.symbol("P", "Q"), pair.directed[row.key][0], forward),
      explained(row, row.symbol("Q", "P"), pair.directed[row.key][1], reverse),
    ]),
    ...symmetricMeasures.map((row) => explained(row, row.symbol("P", "Q"), pair.symmetric[row.key], either)),
  ];
  const amount = (nats: ArrayLike<Nats>, i: number) => inUnit(nats[i]!, unit);
  return {
    ...measures.find(({ symbol }) => symbol === "D(P‖Q)")!,
    unit,
    p: sourceOf(p),
    q: sourceOf(q),
    outcomes: pair.p.length,
    measures,
    terms: leading(columns, top).map((i) => ({
      outcome: outcomeOf(columns, i),
      ...{ p: pair.p[i]!, q: pair.q[i]! },
      forward: amount(pair.terms.forward, i),
      reverse: amount(pair.terms.reverse, i),
      both: amount(pair.terms.both, i),
    })),
  };
}

type Explanation = {
  culprits?: { outcome: string | number; mass: number }[];
  culpritCount?: number;
  culpritMass?: number;
  onCommonSupport?: number;
};

function mismatchReport(mismatch: Mismatch | undefined, columns: Columns, unit: Unit): Explanation {
  if (!mismatch) return {};
  const { culprits, count, mass, common } = mismatch;
  return {
    culprits: culprits.slice(0, top).map(({ index, mass }) => ({ outcome: outcomeOf(columns, index), mass })),
    culpritCount: count,
    culpritMass: mass,
    ...(common !== undefined && { onCommonSupport: inUnit(common, unit) }),
  };
}

const outcomeOf = ({ names }: Columns, index: number): string | number => names?.[index] ?? index;

function sourceOf({ operand, notes }: SideAnswer) {
  const said = notes.map(
    ({ count, total }) => `${count} of ${total} cells are empty, and counted as a value`,
  );
  return { operand, ...(said.length > 0 && { notes: said }) };
}
