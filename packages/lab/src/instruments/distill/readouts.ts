import { inUnit, type Nats, type Probabilities, type Unit } from "@surprisal/core";
import type { Readout } from "../../figure/Readouts.svelte";
import { fill } from "../../words/fill.ts";
import type { Language } from "../../words/language.ts";
import { formatNumber } from "../../words/number.ts";
import { boundText } from "../fit/bound.ts";
import { type Measures, measure, often, rare } from "./measure.ts";
import type { Distill } from "./model.ts";
import { shownDirection } from "./progress.ts";
import { noiseOf } from "./slope.ts";
import type { DistillWords } from "./words/en.ts";

export type Setting = { unit: Unit; words: DistillWords; language: Language };

/** What the student pays, what of it nobody could save, and where the rest goes. */
export function learnReadouts(at: Measures, modes: number, setting: Setting): Readout[] {
  const { words, language } = setting;
  const { readouts: names } = words;
  const amount = amountIn(setting);
  return [
    { name: names.pays, symbol: "H(P, Q)", value: amount(at.crossEntropy) },
    {
      name: names.floor,
      symbol: "H(P)",
      value: amount(at.entropy),
      note: fill(names.same, { bound: boundText(at.off) }),
    },
    { name: names.gap, symbol: "D(P ‖ Q)", value: amount(at.forward), strong: true },
    { name: names.back, symbol: "D(Q ‖ P)", value: amount(at.reverse) },
    ...whereTo(at, modes, words, language),
  ];
}

/** How hard the student is pulled at T, with and without T², and what it says for it. */
export function warmReadouts(state: Distill, q: Probabilities, modes: number, setting: Setting): Readout[] {
  const { words, language, unit } = setting;
  const { readouts: names, symbols } = words;
  const amount = amountIn(setting);
  const bare = measure({ ...state, squared: false }, q);
  const cold = measure({ ...state, squared: false, temperature: 1 }, q).pull;
  const own = fill(names.perLogit, { unit });
  return [
    { name: names.pull, symbol: symbols.pull, value: amount(bare.pull), unit: own },
    {
      name: names.pullTimes,
      symbol: symbols.pullTimes,
      value: amount(bare.pull * state.temperature ** 2),
      unit: own,
      strong: true,
    },
    { name: names.pullCold, symbol: `${symbols.pull}, T = 1`, value: amount(cold), unit: own },
    { name: names.gap, symbol: "D(P ‖ Q)", value: amount(bare.forward) },
    ...whereTo(bare, modes, words, language),
  ];
}

/** Steps taken, what is left, and how far a batch strays from the gradient, whoever draws it. */
export function drawReadouts(state: Distill, q: Probabilities, setting: Setting): Readout[] {
  const { words, language, unit } = setting;
  const { readouts: names, symbols } = words;
  const amount = amountIn(setting);
  const at = measure(state, q);
  const own = fill(names.perLogit, { unit });
  const noise = (by: "teacher" | "student") => noiseOf(state, q, by);
  const isForward = shownDirection(state) === "forward";
  return [
    {
      name: names.steps,
      symbol: "n",
      value: formatNumber(state.steps, language, { digits: 0 }),
      unit: names.done,
    },
    {
      name: names.gap,
      symbol: isForward ? "D(P ‖ Q)" : "D(Q ‖ P)",
      value: amount(isForward ? at.forward : at.reverse),
      strong: true,
    },
    { name: names.byTeacher, symbol: `${symbols.noise}, P`, value: amount(noise("teacher")), unit: own },
    { name: names.byStudent, symbol: `${symbols.noise}, Q`, value: amount(noise("student")), unit: own },
    { name: names.exact, symbol: symbols.pull, value: amount(at.pull), unit: own },
  ];
}

/** How much of what is said serves the task, and what is left between teacher and student. */
export function taskReadouts(at: Measures, modes: number, setting: Setting): Readout[] {
  const { words, language } = setting;
  const { readouts: names, symbols } = words;
  const amount = amountIn(setting);
  return [
    {
      name: names.serves,
      symbol: symbols.serves,
      value: formatNumber(at.serves, language),
      unit: names.ofOne,
      strong: true,
    },
    { name: names.gap, symbol: "D(P ‖ Q)", value: amount(at.forward) },
    { name: names.back, symbol: "D(Q ‖ P)", value: amount(at.reverse) },
    ...whereTo(at, modes, words, language),
  ];
}

/** How many modes a teacher has. */
export function modesOf(p: Probabilities): number {
  return Array.from(p).filter((share) => share >= often).length;
}

function whereTo(at: Measures, modes: number, words: DistillWords, language: Language): Readout[] {
  const { readouts: names, symbols } = words;
  return [
    {
      name: names.wasted,
      symbol: fill(symbols.wasted, { rare: formatNumber(rare, language, { digits: 2 }) }),
      value: formatNumber(at.wasted, language),
      unit: names.ofOne,
    },
    {
      name: names.missed,
      symbol: symbols.missed,
      value: String(at.missed.length),
      unit: fill(names.ofModes, { count: String(modes) }),
    },
  ];
}

function amountIn({ unit, language }: Setting) {
  return (nats: Nats) => formatNumber(inUnit(nats, unit), language);
}
