import {
  entropy,
  entropyContributions,
  klDivergence,
  mixture,
  type Nats,
  normalize,
  type Probabilities,
  perplexity,
  probabilities,
  selfInformation,
  temperature,
} from "@surprisal/core";
import { fromParts, inBillionths, moveOne, toParts } from "../../figure/billionths.ts";
import { nameProblem } from "../../figure/outcomeName.ts";

/** One distribution over named outcomes, in whole billionths, and how it is being shaped. */
export type Pmf = {
  readonly names: readonly string[];
  /** P before shaping: what a hand, a preset or a link has made. */
  readonly base: Probabilities;
  /** P as it is shown. */
  readonly p: Probabilities;
  readonly shape: Shape;
};

export type Shape = {
  /** The outcome that probability moves to, and how much of all there is has moved there, in per cent. */
  readonly towards: number;
  readonly share: number;
  readonly temperature: number;
};

/** Why an action was not done; the state is then as it was. */
export type Refusal = { readonly refused: "tooMany" | "tooFew" | "nameTaken" | "nameUnusable" };

export const fewest = 2;
export const most = 12;

/** The steps of the temperature slider. */
export const temperatures: readonly number[] = [
  0,
  0.1,
  0.2,
  0.3,
  0.5,
  0.7,
  1,
  1.5,
  2,
  3,
  5,
  10,
  Number.POSITIVE_INFINITY,
];

export function pmfOf(names: readonly string[], p: Probabilities, towards = 0): Pmf {
  return settled(names, inBillionths(p), towards);
}

/**
 * One bar moved; the others share what is left. The shape so far becomes part of the distribution.
 *
 * @param from The distribution when it was taken hold of: while a drag lasts, proportions are taken from there.
 */
export function move(pmf: Pmf, index: number, value: number, from: Probabilities = pmf.p): Pmf {
  return settled(pmf.names, moveOne(from, index, value), pmf.shape.towards);
}

/**
 * P mixed towards one outcome, then brought to a temperature; always made from the P there was before shaping began, so that 0 % and
 * temperature 1 bring it back.
 *
 * @param change `share` a whole number from 0 to 100; `temperature` one of {@link temperatures}.
 */
export function reshape(pmf: Pmf, change: Partial<Shape>): Pmf {
  const shape = { ...pmf.shape, ...change };
  return { ...pmf, shape, p: shaped(pmf.base, shape) };
}

/** Every outcome equally likely. */
export function evenOut({ names, shape }: Pmf): Pmf {
  return pmfOf(names, uniform(names.length), shape.towards);
}

/** One more outcome, impossible until somebody drags it: no number changes but the ceiling. */
export function add({ names, p, shape }: Pmf, name: string): Pmf | Refusal {
  if (names.length >= most) return { refused: "tooMany" };
  const problem = nameProblem(name, names);
  if (problem) return { refused: problem };
  return settled([...names, name], fromParts([...toParts(p), 0]), shape.towards);
}

/** One outcome fewer; the others share its probability. */
export function remove({ names, p, shape }: Pmf, index: number): Pmf | Refusal {
  if (names.length <= fewest) return { refused: "tooFew" };
  const left = fromParts(toParts(moveOne(p, index, 0)).toSpliced(index, 1));
  const towards = shape.towards > index ? shape.towards - 1 : shape.towards % (names.length - 1);
  return settled(names.toSpliced(index, 1), left, towards);
}

export function rename(pmf: Pmf, index: number, name: string): Pmf | Refusal {
  const problem = nameProblem(name, pmf.names.toSpliced(index, 1));
  return problem ? { refused: problem } : { ...pmf, names: pmf.names.with(index, name) };
}

export function isRefusal(result: Pmf | Refusal): result is Refusal {
  return "refused" in result;
}

/** Everything the figure shows; information in nats. */
export type Measures = {
  readonly entropy: Nats;
  /** The entropy of as many equally likely outcomes. */
  readonly ceiling: Nats;
  /** What is missing to the ceiling: D(P‖uniform). */
  readonly room: Nats;
  /** How many equally likely outcomes are as uncertain as P. */
  readonly effective: number;
  /** −ln Pᵢ, and Pᵢ times that: the pieces sum to the entropy. */
  readonly surprises: readonly Nats[];
  readonly pieces: readonly Nats[];
};

export function measure({ p }: Pick<Pmf, "p">): Measures {
  return {
    entropy: entropy(p),
    ceiling: selfInformation(1 / p.length),
    room: klDivergence(p, uniform(p.length)),
    effective: perplexity(p),
    surprises: [...p].map(selfInformation),
    pieces: [...entropyContributions(p)],
  };
}

function settled(names: readonly string[], p: Probabilities, towards: number): Pmf {
  return { names, base: p, p, shape: { towards, share: 0, temperature: 1 } };
}

function shaped(base: Probabilities, { towards, share, temperature: t }: Shape): Probabilities {
  if (share === 0 && t === 1) return base;
  const certain = probabilities([...base].map((_, i) => (i === towards ? 1 : 0)));
  const mixed = mixture([base, certain], probabilities([1 - share / 100, share / 100]));
  return inBillionths(temperature(mixed, t));
}

function uniform(count: number): Probabilities {
  return normalize(Array.from({ length: count }, () => 1));
}
