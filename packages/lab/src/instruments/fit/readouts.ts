import { inUnit, type Nats, type Unit } from "@surprisal/core";
import type { Readout } from "../../figure/Readouts.svelte";
import { fill } from "../../words/fill.ts";
import type { Language } from "../../words/language.ts";
import { formatNumber } from "../../words/number.ts";
import { alphaOf, type Fit, type Optima, type Place } from "./model.ts";
import type { Race } from "./race.ts";
import type { FitWords } from "./words/en.ts";

type Setting = { unit: Unit; words: FitWords; language: Language };

/** Both divergences of Q with their changes, and the least there can be. */
export function handReadouts(
  now: Place,
  before: Place | undefined,
  optima: Optima | undefined,
  setting: Setting,
): Readout[] {
  const { words } = setting;
  const { write } = writer(setting);
  const [best] = optima?.reverse ?? [];
  return [
    ...divergences(now, before, setting),
    {
      name: words.readouts.leastForward,
      symbol: "min D(P ‖ Q)",
      value: optima ? write(optima.forward.forward) : "…",
    },
    { name: words.readouts.leastReverse, symbol: "min D(Q ‖ P)", value: best ? write(best.reverse) : "…" },
  ];
}

/** The steps of both optimisers, and what each has come to. */
export function raceReadouts(steps: number, race: Race, setting: Setting): Readout[] {
  const { words, language } = setting;
  const { write } = writer(setting);
  const [forward, reverse] = [race.forward.at(-1)!, race.reverse.at(-1)!];
  const place = ({ mean, sd }: { mean: number; sd: number }) =>
    `μ ${formatNumber(mean, language, { digits: 2 })}, σ ${formatNumber(sd, language, { digits: 2 })}`;
  return [
    {
      name: words.readouts.steps,
      symbol: "n",
      value: formatNumber(steps, language, { digits: 0 }),
      unit: words.stepsUnit,
    },
    {
      name: fill(words.readouts.down, { name: "P‖Q" }),
      symbol: `D(P ‖ Q), ${place(forward)}`,
      value: write(forward.forward),
      strong: true,
    },
    {
      name: fill(words.readouts.down, { name: "Q‖P" }),
      symbol: `D(Q ‖ P), ${place(reverse)}`,
      value: write(reverse.reverse),
      strong: true,
    },
  ];
}

/** The order, the divergence of that order, and the two at the ends. */
export function alphaReadouts(fit: Fit, now: Place, before: Place | undefined, setting: Setting): Readout[] {
  const { words, language } = setting;
  const { write } = writer(setting);
  const { alpha } = fit;
  return [
    {
      name: words.readouts.alpha,
      symbol: "α",
      value: alpha === null ? "–" : formatNumber(alpha, language, { digits: 2 }),
      unit: "",
    },
    {
      name: words.readouts.alphaDivergence,
      symbol: "D_α",
      value: alpha === null ? "–" : write(alphaOf(fit, alpha)),
    },
    ...divergences(now, before, setting),
  ];
}

function divergences(now: Place, before: Place | undefined, setting: Setting): Readout[] {
  const { words } = setting;
  const { write, change } = writer(setting);
  return [
    {
      name: words.readouts.forward,
      symbol: "D(P ‖ Q)",
      value: write(now.forward),
      delta: change(now.forward, before?.forward),
      strong: true,
    },
    {
      name: words.readouts.reverse,
      symbol: "D(Q ‖ P)",
      value: write(now.reverse),
      delta: change(now.reverse, before?.reverse),
      strong: true,
    },
  ];
}

function writer({ unit, language }: Setting) {
  const write = (nats: Nats, sign = false) => formatNumber(inUnit(nats, unit), language, { sign });
  const change = (now: Nats, before: Nats | undefined) =>
    before !== undefined && Math.abs(inUnit(now - before, unit)) >= 0.0005
      ? write(now - before, true)
      : undefined;
  return { write, change };
}
