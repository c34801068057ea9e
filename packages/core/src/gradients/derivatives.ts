import { compensatedSum } from "../numeric/compensatedSum.ts";
import type { Nats } from "../units.ts";
import type { Objective } from "./objective.ts";
import type { Outcome } from "./outcome.ts";
import type { OutcomeTerms } from "./outcomeTerms.ts";
import { renyiDerivatives } from "./renyiDerivatives.ts";
import { termsOf } from "./termsOf.ts";
import { centre } from "./throughSoftmax.ts";

/** An objective of given outcomes, and its derivatives by probabilities and by logits, computed when asked for. */
export interface Derivatives {
  readonly value: Nats;
  byProbabilities(): Float64Array;
  byLogits(): Float64Array;
}

export function derivativesOf(
  where: string,
  objective: Objective,
  outcomes: readonly Outcome[],
): Derivatives {
  if (objective?.kind === "renyi") return renyiDerivatives(where, objective.order, outcomes);
  const terms = termsOf(where, objective);
  return {
    value: compensatedSum(outcomes.length, (i) => (isPossible(outcomes[i]) ? terms.value(outcomes[i]) : 0)),
    byProbabilities: () => Float64Array.from(outcomes, (outcome) => terms.byProbability(outcome)),
    byLogits: () => byLogits(terms, outcomes),
  };
}

function byLogits(terms: OutcomeTerms, outcomes: readonly Outcome[]): Float64Array {
  const q = Float64Array.from(outcomes, (outcome) => outcome.q);
  const byLog = Float64Array.from(outcomes, (outcome) =>
    isPossible(outcome) ? terms.byLogProbability(outcome) : 0,
  );
  const infinite = byLog.find((x) => !Number.isFinite(x));
  if (infinite === undefined) return centre(q, byLog);
  // What is finite counts for nothing beside what grows without bound; the signs of that are left.
  const growth = outcomes.map((outcome, i) =>
    Number.isFinite(byLog[i]) ? 0 : (terms.growth?.(outcome) ?? 1),
  );
  return centre(q, growth).map((x) => (x === 0 ? 0 : x * infinite));
}

/** Whether either rules it in. */
function isPossible({ logP, logQ }: Outcome): boolean {
  return logP > -Infinity || logQ > -Infinity;
}
