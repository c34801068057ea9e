import {
  crossEntropy,
  entropy,
  klContributions,
  klDivergence,
  labelSmoothing,
  type Nats,
  type Probabilities,
  supportMismatch,
} from "@surprisal/core";
import { fromParts, inBillionths, moveOne, toParts } from "../../figure/billionths.ts";
import { nameProblem } from "../../figure/outcomeName.ts";

export type Side = "p" | "q";

/** The truth P and the model Q over the same named outcomes, each in whole billionths. */
export type Duel = {
  readonly names: readonly string[];
  readonly p: Probabilities;
  readonly q: Probabilities;
  readonly locked: { readonly p: boolean; readonly q: boolean };
  /** While Q is a smoothed version of another: which one, and by how much. */
  readonly smoothing: { readonly base: Probabilities; readonly epsilon: number } | null;
};

/** Why an action was not done; the state is then as it was. */
export type Refusal = {
  readonly refused: "pLocked" | "qLocked" | "tooMany" | "tooFew" | "nameTaken" | "nameUnusable";
};

export const fewest = 2;
export const most = 8;

/** The steps of the smoothing slider, from none to half. */
export const epsilons: readonly number[] = [
  0, 1e-6, 2e-6, 5e-6, 1e-5, 2e-5, 5e-5, 1e-4, 2e-4, 5e-4, 1e-3, 2e-3, 5e-3, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5,
];

/** A duel to begin with: shares out of ten, a hundred… that each sum to the same total. */
export function duelOf(
  names: readonly string[],
  p: Probabilities,
  q: Probabilities,
  locked = { p: false, q: false },
): Duel {
  return { names, p: inBillionths(p), q: inBillionths(q), locked, smoothing: null };
}

/**
 * One bar moved; the others of its side share what is left.
 *
 * @param from The distribution when it was taken hold of: while a drag lasts, proportions are taken from there.
 */
export function move(
  duel: Duel,
  side: Side,
  index: number,
  value: number,
  from: Probabilities = duel[side],
): Duel | Refusal {
  if (duel.locked[side]) return refuse(side);
  return withSide(duel, side, moveOne(from, index, value));
}

export function setLock(duel: Duel, side: Side, on: boolean): Duel {
  return { ...duel, locked: { ...duel.locked, [side]: on } };
}

/** P becomes the model and Q the truth. A locked side does not move, so it does not swap either. */
export function swap(duel: Duel): Duel | Refusal {
  if (duel.locked.p) return refuse("p");
  if (duel.locked.q) return refuse("q");
  return { ...duel, p: duel.q, q: duel.p, smoothing: null };
}

export function match(duel: Duel): Duel | Refusal {
  if (duel.locked.q) return refuse("q");
  return withSide(duel, "q", duel.p);
}

/**
 * Label smoothing of Q: (1 − ε)·Q + ε/k. Always of the Q there was before smoothing began, so that ε = 0 brings it back.
 *
 * @param epsilon One of {@link epsilons}.
 */
export function smooth(duel: Duel, epsilon: number): Duel | Refusal {
  if (duel.locked.q) return refuse("q");
  const base = duel.smoothing?.base ?? duel.q;
  if (epsilon === 0) return withSide(duel, "q", base);
  return { ...duel, q: inBillionths(labelSmoothing(base, epsilon)), smoothing: { base, epsilon } };
}

/** One more outcome, impossible under both until somebody drags it: no number changes. */
export function add(duel: Duel, name: string): Duel | Refusal {
  if (duel.names.length >= most) return { refused: "tooMany" };
  const problem = nameProblem(name, duel.names);
  if (problem) return { refused: problem };
  const { p, q } = duel;
  return {
    ...duel,
    names: [...duel.names, name],
    p: fromParts([...toParts(p), 0]),
    q: fromParts([...toParts(q), 0]),
    smoothing: null,
  };
}

/** One outcome fewer; its mass is shared by the others, which a locked side does not allow. */
export function remove(duel: Duel, index: number): Duel | Refusal {
  if (duel.names.length <= fewest) return { refused: "tooFew" };
  if (duel.locked.p && duel.p[index]! > 0) return refuse("p");
  if (duel.locked.q && duel.q[index]! > 0) return refuse("q");
  const without = (p: Probabilities) => fromParts(toParts(moveOne(p, index, 0)).toSpliced(index, 1));
  return {
    ...duel,
    names: duel.names.toSpliced(index, 1),
    p: without(duel.p),
    q: without(duel.q),
    smoothing: null,
  };
}

export function rename(duel: Duel, index: number, name: string): Duel | Refusal {
  const problem = nameProblem(name, duel.names.toSpliced(index, 1));
  return problem ? { refused: problem } : { ...duel, names: duel.names.with(index, name) };
}

export function isRefusal<State extends object>(result: State | Refusal): result is Refusal {
  return "refused" in result;
}

/** Everything the figure shows, in nats. */
export type Measures = {
  readonly entropyP: Nats;
  readonly entropyQ: Nats;
  readonly crossEntropy: Nats;
  readonly forward: Nats;
  readonly reverse: Nats;
  /** Pᵢ ln(Pᵢ/Qᵢ) and Qᵢ ln(Qᵢ/Pᵢ): they sum to `forward` and `reverse`. */
  readonly terms: readonly Nats[];
  readonly reverseTerms: readonly Nats[];
  /** The outcomes that make `forward`, or `reverse`, infinite. */
  readonly culprits: readonly Culprit[];
  readonly reverseCulprits: readonly Culprit[];
};

export type Culprit = { readonly index: number; readonly mass: number };

export function measure({ p, q }: Duel): Measures {
  return {
    entropyP: entropy(p),
    entropyQ: entropy(q),
    crossEntropy: crossEntropy(p, q),
    forward: klDivergence(p, q),
    reverse: klDivergence(p, q, "reverse"),
    terms: [...klContributions(p, q)],
    reverseTerms: [...klContributions(p, q, "reverse")],
    culprits: supportMismatch(p, q).outcomes,
    reverseCulprits: supportMismatch(q, p).outcomes,
  };
}

function refuse(side: Side): Refusal {
  return { refused: side === "p" ? "pLocked" : "qLocked" };
}

function withSide(duel: Duel, side: Side, values: Probabilities): Duel {
  return { ...duel, [side]: values, smoothing: side === "q" ? null : duel.smoothing };
}
