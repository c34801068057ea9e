import {
  counts,
  crossEntropy,
  crossEntropyContributions,
  entropy,
  klDivergence,
  type Nats,
  normalize,
  type Probabilities,
  selfInformation,
  supportMismatch,
} from "@surprisal/core";
import { type Culprit, type Duel, isRefusal, type Refusal } from "../duel/model.ts";
import { outcomesOf } from "./draws.ts";

/** Draws from P, each priced twice: by a reader who knows P and by one who believes Q. */
export type Gas = {
  readonly duel: Duel;
  /** Of the draws and of where the particles begin; an integer in [0, 2³²). */
  readonly seed: number;
  /** How many draws have been taken, from 1 to {@link mostDraws}. */
  readonly drawn: number;
};

/** Each draw is a particle in both chambers, and no more than 500 particles move at a time. */
export const mostDraws = 250;

export function setDrawn(gas: Gas, drawn: number): Gas {
  return { ...gas, drawn: Math.min(mostDraws, Math.max(1, Math.round(drawn))) };
}

/** How long a draw takes to fall in: there are twenty a second. */
export const sixtiethsADraw = 3;

/** How many draws fall in between two readings of the clock, in sixtieths of a second. */
export function drawsDue(before: number, after: number): number {
  return Math.floor(after / sixtiethsADraw) - Math.floor(before / sixtiethsADraw);
}

/** Other draws from the same P, as many as before. */
export function reseed(gas: Gas, seed: number): Gas {
  return { ...gas, seed };
}

/** What an action comes to: another gas, or why there is none. */
export type Result = Gas | Refusal;

/** What can be done to P and Q is what can be done to a duel; the draws are then taken anew, as many as before. */
export function actOnDuel(gas: Gas, act: (duel: Duel) => Duel | Refusal): Result {
  const duel = act(gas.duel);
  return isRefusal(duel) ? duel : { ...gas, duel };
}

/** What one of the two readers is in for. */
export type Belief = {
  /** −ln of what the reader gives each outcome. */
  readonly energies: readonly Nats[];
  readonly expected: Nats;
  /** The standard deviation of the cost of one draw; ∞ where the expectation is. */
  readonly spread: Nats;
};

/** What does not depend on chance, in nats. */
export type Outlook = {
  readonly knows: Belief;
  readonly believes: Belief;
  readonly waste: Nats;
  /** P(x) ln 1/Q(x): they sum to the expectation of who believes Q. */
  readonly terms: readonly Nats[];
  /** The outcomes that make that expectation infinite. */
  readonly culprits: readonly Culprit[];
};

/** A reader after some draws, with the mean of what they have cost. */
export type Reader = Belief & { readonly average: Nats };

/** Everything the figure shows, in nats. */
export type Measures = Outlook & {
  readonly knows: Reader;
  readonly believes: Reader;
  /** The outcome of each draw taken, in order. */
  readonly outcomes: readonly number[];
  /** How often each outcome has been drawn. */
  readonly counts: readonly number[];
};

export function outlookOf({ p, q }: Duel): Outlook {
  return {
    knows: beliefOf(p, p, entropy(p)),
    believes: beliefOf(p, q, crossEntropy(p, q)),
    waste: klDivergence(p, q),
    terms: [...crossEntropyContributions(p, q)],
    culprits: supportMismatch(p, q).outcomes,
  };
}

/** @param outlook That of the gas, for whoever has it already. */
export function measure({ duel, seed, drawn }: Gas, outlook = outlookOf(duel)): Measures {
  const outcomes = outcomesOf(duel.p, seed, drawn);
  const tally = Array.from(duel.p, (_, outcome) => outcomes.filter((drawn) => drawn === outcome).length);
  // The mean cost of the draws is the cross-entropy of their own frequencies.
  const frequencies = normalize(counts(tally));
  return {
    ...outlook,
    knows: { ...outlook.knows, average: crossEntropy(frequencies, duel.p) },
    believes: { ...outlook.believes, average: crossEntropy(frequencies, duel.q) },
    outcomes,
    counts: tally,
  };
}

/** How far an average of so many draws lies from the expectation, as a rule: its standard error. */
export function standardError({ spread }: Belief, drawn: number): Nats {
  return spread / Math.sqrt(drawn);
}

/** The mean of the first draw, of the first two, and so on. */
export function runningAverages(outcomes: readonly number[], { energies }: Belief): Nats[] {
  let sum = 0;
  return outcomes.map((outcome, index) => {
    sum += energies[outcome]!;
    return sum / (index + 1);
  });
}

function beliefOf(p: Probabilities, belief: Probabilities, expected: Nats): Belief {
  const energies = Array.from(belief, selfInformation);
  const variance = energies.reduce(
    (sum, energy, x) => (p[x]! > 0 ? sum + p[x]! * (energy - expected) ** 2 : sum),
    0,
  );
  return { energies, expected, spread: expected === Infinity ? Infinity : Math.sqrt(variance) };
}
