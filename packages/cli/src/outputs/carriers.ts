import { divergenceCarriers, inUnit, type OutcomeSums, type Unit } from "@surprisal/core";
import type { NamedCarrier, Vocabulary } from "@surprisal/data";
import { written, writtenAlike } from "../number.ts";
import type { Part } from "./report.ts";

/** The outcomes with most of D(P‖Q). */
export function namedCarriers(
  sums: OutcomeSums,
  { top, unit }: { top: number; unit: Unit },
  vocabulary: Vocabulary | undefined,
): NamedCarrier[] {
  return divergenceCarriers(sums, top).map((carrier) => {
    const text = vocabulary?.textOf(carrier.outcome);
    return {
      ...carrier,
      ...(text !== undefined && { text }),
      forwardKl: inUnit(carrier.forwardKl, unit),
      reverseKl: inUnit(carrier.reverseKl, unit),
      forwardTerm: inUnit(carrier.forwardTerm, unit),
      reverseTerm: inUnit(carrier.reverseTerm, unit),
    };
  });
}

/** What a person reads of them. */
export function carrierTable(carriers: readonly NamedCarrier[], unit: Unit): Part {
  const parts = writtenAlike(
    carriers.map(({ forwardKl }) => forwardKl),
    4,
  );
  return {
    titles: [
      "outcomes that carry D(P‖Q)",
      "#P, on average",
      "#Q, on average",
      `#part of D(P‖Q), ${unit}`,
      "#share of it",
    ],
    rows: carriers.map(({ outcome, text, baseProbability, candidateProbability, shareOfKl }, i) => [
      text === undefined ? String(outcome) : `${outcome}  ${JSON.stringify(text)}`,
      written(baseProbability, 4),
      written(candidateProbability, 4),
      parts[i]!,
      shareOfKl === undefined ? "" : written(shareOfKl, 3),
    ]),
  };
}
