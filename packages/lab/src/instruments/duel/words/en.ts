import type { Refusal } from "../model.ts";

const refusals: Record<Refusal["refused"], string> = {
  pLocked: "P is locked. Unlock it first.",
  qLocked: "Q is locked. Unlock it first.",
  tooMany: "Eight outcomes are the most this figure holds.",
  tooFew: "It takes two outcomes to be unsure about anything.",
  nameTaken: "Another outcome already has that name.",
  nameUnusable: "A name has 1 to 16 characters, and none of , ; = : / \\ & ~ $ ! or quotes.",
};

/** The words of the duel. */
export const en = {
  hint: "Drag the bars, or use the arrow keys",
  chart: "P, the truth, and Q, the model: one pair of bars for each outcome",
  truth: "P, the truth",
  model: "Q, the model",
  bar: (side: "p" | "q", name: string) => `${side.toUpperCase()}(${name})`,
  barValue: (percent: string, surprise: string) => `${percent}, surprise ${surprise}`,
  cannotAvoid: "What you cannot avoid",
  cannotAvoidNote: "H(P), surprise with the right odds",
  pay: "What you pay",
  payNote: "H(P, Q), surprise with your odds",
  wasted: (value: string) => `${value} wasted`,
  nothingWasted: "nothing wasted",
  whereFrom: "Where the waste comes from",
  scaleEnd: (end: string) => `the scale ends at ${end}`,
  rescaled: (end: string) => `new scale: it now ends at ${end}`,
  readouts: {
    entropy: "Entropy of the truth",
    pay: "What you pay",
    forward: "Wasted, truth first",
    reverse: "Other direction",
  },
  since: (delta: string) => `${delta} since the last change`,
  quote: (name: string) => `“${name}”`,
  culprit: (name: string, mass: string) =>
    `Infinite: Q calls ${name} impossible, and it happens with probability ${mass}.`,
  culprits: (list: string, mass: string) =>
    `Infinite: Q calls ${list} impossible, and together they happen with probability ${mass}.`,
  reverseCulprit: (list: string) => `The other direction is infinite too: P never gives ${list}, and Q does.`,
  reverseOnly: (list: string) =>
    `D(Q‖P) is infinite: Q expects ${list}, which P never gives. D(P‖Q) does not mind.`,
  matched: "Q equals P: you pay what nobody can avoid, and not a bit more.",
  term: (name: string, p: string, log: string, q: string, value: string) =>
    `${name}: ${p} times ${log} of ${p} over ${q} is ${value}`,
  sentence: (forward: string, entropy: string, pay: string) =>
    `D of P from Q is ${forward}: you pay ${pay}, of which ${entropy} cannot be avoided.`,
  lock: (side: "P" | "Q") => `Lock ${side}`,
  locked: (side: "P" | "Q") => `${side} locked`,
  swap: "Swap P and Q",
  match: "Match Q to P",
  smooth: "Smooth Q",
  epsilon: "Smoothing ε",
  epsilonRule: "Q becomes (1 − ε)·Q + ε/k: a little of everything for everyone.",
  epsilonNone: "none",
  presets: "Begin with",
  preset: {
    telegraph: "telegraph",
    films: "film reviews",
    certain: "a sure thing",
  },
  presetNames: {
    telegraph: ["dot", "dash"],
    films: ["amazing", "terrible", "okay"],
    certain: ["sun", "rain", "snow"],
  },
  values: "Numbers and table",
  valuesRule:
    "Type a probability: 0.25, 1/4 or 25 %. The other bars of that side share the rest in proportion (equally, if they had nothing), to nine decimals.",
  columns: {
    outcome: "Outcome",
    term: "P · log P/Q",
    reverseTerm: "Q · log Q/P",
    sum: "Sum",
    remove: "Remove",
  },
  nameOf: (number: number) => `Name of outcome ${number}`,
  addOutcome: "Add an outcome",
  newName: (number: number) => `outcome ${number}`,
  removeOutcome: (name: string) => `Remove ${name}`,
  badNumber: "A probability is a number from 0 to 1: 0.25, 1/4 or 25 %.",
  refusals,
};

export type DuelWords = typeof en;
