import {
  counts,
  crossEntropy,
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

/** One of the two readers: what each outcome costs, what a draw is expected to cost, and what the draws have cost so far. */
export type Reader = {
  /** −ln of what the reader gives each outcome. */
  readonly energies: readonly Nats[];
  readonly expected: Nats;
  /** The standard deviation of the cost of one draw; ∞ where the expectation is. */
  readonly spread: Nats;
  /** The mean of the draws taken so far. */
  readonly average: Nats;
};

/** Everything the figure shows, in nats. */
export type Measures = {
  /** The outcome of each draw taken, in order. */
  readonly outcomes: readonly number[];
  /** How often each outcome has been drawn. */
  readonly counts: readonly number[];
  readonly knows: Reader;
  readonly believes: Reader;
  readonly waste: Nats;
  /** P(x) ln 1/Q(x): they sum to the expectation of who believes Q. */
  readonly terms: readonly Nats[];
  /** The outcomes that make that expectation infinite. */
  readonly culprits: readonly Culprit[];
};

export function measure({ duel: { p, q }, seed, drawn }: Gas): Measures {
  const outcomes = outcomesOf(p, seed, drawn);
  const tally = Array.from(p, (_, outcome) => outcomes.filter((drawn) => drawn === outcome).length);
  const empirical = normalize(counts(tally));
  const knows = readerOf(p, p, empirical, entropy(p));
  const believes = readerOf(p, q, empirical, crossEntropy(p, q));
  return {
    outcomes,
    counts: tally,
    knows,
    believes,
    waste: klDivergence(p, q),
    terms: believes.energies.map((energy, x) => (p[x]! > 0 ? p[x]! * energy : 0)),
    culprits: supportMismatch(p, q).outcomes,
  };
}

/** How far an average of so many draws lies from the expectation, as a rule: its standard error. */
export function standardError({ spread }: Reader, drawn: number): Nats {
  return spread / Math.sqrt(drawn);
}

/** The mean of the first draw, of the first two, and so on. */
export function runningAverages(outcomes: readonly number[], { energies }: Reader): Nats[] {
  let sum = 0;
  return outcomes.map((outcome, index) => {
    sum += energies[outcome]!;
    return sum / (index + 1);
  });
}

// The mean cost of the draws is the cross-entropy of their own frequencies.
function readerOf(p: Probabilities, belief: Probabilities, empirical: Probabilities, expected: Nats): Reader {
  const energies = Array.from(belief, selfInformation);
  const variance = energies.reduce(
    (sum, energy, x) => (p[x]! > 0 ? sum + p[x]! * (energy - expected) ** 2 : sum),
    0,
  );
  return {
    energies,
    expected,
    spread: expected === Infinity ? Infinity : Math.sqrt(variance),
    average: crossEntropy(empirical, belief),
  };
}
