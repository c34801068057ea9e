import { divergenceCarriers, inUnit, type OutcomeSums, type Unit } from "@surprisal/core";
import type { Vocabulary } from "../vocabulary/readVocabulary.ts";
import type { NamedCarrier } from "./diffAnswer.ts";

/** The outcomes with most of D(P‖Q), with what they read as; nats. None if there are no rows. */
export function namedCarriers(
  sums: OutcomeSums | undefined,
  top: number,
  vocabulary: Vocabulary | undefined,
): NamedCarrier[] {
  if (!sums?.rows) return [];
  return divergenceCarriers(sums, top).map((carrier) => {
    const text = vocabulary?.textOf(carrier.outcome);
    return { ...carrier, ...(text !== undefined && { text }) };
  });
}

export function carriersInUnit(carriers: readonly NamedCarrier[], unit: Unit): NamedCarrier[] {
  return carriers.map((carrier) => ({
    ...carrier,
    forwardKl: inUnit(carrier.forwardKl, unit),
    reverseKl: inUnit(carrier.reverseKl, unit),
    forwardTerm: inUnit(carrier.forwardTerm, unit),
    reverseTerm: inUnit(carrier.reverseTerm, unit),
  }));
}
