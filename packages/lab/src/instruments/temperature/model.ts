import {
  entropy,
  klContributions,
  klDivergence,
  logits,
  minP,
  type Nats,
  type Probabilities,
  softmax,
  supportMismatch,
  temperature,
  topK,
  topP,
} from "@surprisal/core";
import { inBillionths, moveOne } from "../../figure/billionths.ts";
import { nameProblem } from "../../figure/outcomeName.ts";

/** What a model expects of the next word, P, and how the word is drawn from it. */
export type NextWord = {
  readonly names: readonly string[];
  /** P in whole billionths. */
  readonly p: Probabilities;
  /** The scores P is the softmax of, while the reader moves those; from −5 to 5, to twelve decimals. */
  readonly logits: readonly number[] | null;
  /** The temperature, one of the stops. */
  readonly t: number;
  /** How many of the likeliest words stay; as many as there are for all. */
  readonly k: number;
  /** The mass that must be reached by the words that stay; 1 for all. */
  readonly mass: number;
  /** How likely a word must be, next to the likeliest, to stay; 0 for all. */
  readonly ratio: number;
};

/** Why an action was not done; the state is then as it was. */
export type Refusal = { readonly refused: "noLogit" | "nameTaken" | "nameUnusable" };

/** The ends of the scale of logits. */
export const logitRange = [-5, 5] as const;

export function nextWordOf(names: readonly string[], p: Probabilities): NextWord {
  return { names, p: inBillionths(p), logits: null, t: 1, k: names.length, mass: 1, ratio: 0 };
}

/**
 * One probability moved; the others share what is left.
 *
 * @param from P when it was taken hold of: while a drag lasts, proportions are taken from there.
 */
export function move(state: NextWord, index: number, value: number, from: Probabilities = state.p): NextWord {
  return { ...state, p: moveOne(from, index, value), logits: null };
}

/** One logit moved; the others stay where they are, and every probability changes. */
export function moveLogit(state: NextWord, index: number, value: number): NextWord {
  const [low, high] = logitRange;
  const now = state.logits ?? centred(state.p);
  return withLogits(state, now.with(index, Math.min(high, Math.max(low, value))));
}

/** The same distribution by its logits, centred on zero; a word that is impossible, or nearly, has none on the scale. */
export function toLogits(state: NextWord): NextWord | Refusal {
  const scores = centred(state.p);
  const [low, high] = logitRange;
  if (!scores.every((score) => score >= low && score <= high)) return { refused: "noLogit" };
  return withLogits(state, scores);
}

export function toProbabilities(state: NextWord): NextWord {
  return { ...state, logits: null };
}

/** Sets the temperature or one of the cuts, to one of its stops. */
export function draw(state: NextWord, how: Partial<Pick<NextWord, "t" | "k" | "mass" | "ratio">>): NextWord {
  return { ...state, ...how };
}

export function rename(state: NextWord, index: number, name: string): NextWord | Refusal {
  const problem = nameProblem(name, state.names.toSpliced(index, 1));
  return problem ? { refused: problem } : { ...state, names: state.names.with(index, name) };
}

export function isRefusal(result: NextWord | Refusal): result is Refusal {
  return "refused" in result;
}

/** P at the temperature, before anything is cut. */
function warmed({ p, t }: NextWord): Probabilities {
  return temperature(p, t);
}

/** T, what words are drawn from: the temperature first, then top-k, top-p and min-p, each on what the one before it left. */
export function drawn(state: NextWord): Probabilities {
  return minP(topP(topK(warmed(state), state.k), state.mass), state.ratio);
}

/** Everything the figure shows, in nats. */
export type Measures = {
  readonly drawn: Probabilities;
  readonly entropyP: Nats;
  readonly entropyT: Nats;
  /** D(T‖P): what is drawn is the truth, what the model said is the model. */
  readonly fromP: Nats;
  /** D(P‖T). */
  readonly toT: Nats;
  /** Tᵢ ln(Tᵢ/Pᵢ) and Pᵢ ln(Pᵢ/Tᵢ). */
  readonly terms: readonly Nats[];
  readonly otherTerms: readonly Nats[];
  /** The words that are never drawn though the model gives them something, and what they had at the temperature. */
  readonly cut: readonly { readonly index: number; readonly mass: number }[];
  readonly tail: number;
};

export function measure(state: NextWord): Measures {
  const { p } = state;
  const t = drawn(state);
  const warm = warmed(state);
  const cut = supportMismatch(warm, t).outcomes.map(({ index, mass }) => ({ index, mass }));
  return {
    drawn: t,
    entropyP: entropy(p),
    entropyT: entropy(t),
    fromP: klDivergence(t, p),
    toT: klDivergence(p, t),
    terms: [...klContributions(t, p)],
    otherTerms: [...klContributions(p, t)],
    cut,
    tail: supportMismatch(warm, t).mass,
  };
}

/** ln p, moved so that the middle of its ends is 0. */
function centred(p: Probabilities): number[] {
  const scores = [...p].map(Math.log);
  const middle = (Math.max(...scores) + Math.min(...scores)) / 2;
  return scores.map((score) => Math.round((score - middle) * 1e12) / 1e12 + 0);
}

function withLogits(state: NextWord, scores: readonly number[]): NextWord {
  return { ...state, logits: scores, p: inBillionths(softmax(logits(scores))) };
}
