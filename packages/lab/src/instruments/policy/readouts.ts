import { inUnit, type Nats, type Unit } from "@surprisal/core";
import type { Readout } from "../../figure/Readouts.svelte";
import { fill } from "../../words/fill.ts";
import type { Language } from "../../words/language.ts";
import { formatNumber } from "../../words/number.ts";
import { boundText } from "../fit/bound.ts";
import type { InnerStep } from "./drift.ts";
import type { Estimates } from "./estimates.ts";
import type { Measures } from "./model.ts";
import type { Means } from "./simulators.ts";
import type { PolicyWords } from "./words/en.ts";

type Setting = { unit: Unit; words: PolicyWords; language: Language };

/** What Q earns and how far it strays, together on the leash; the most there is; and what it is really worth, where that is asked. */
export function leashReadouts(now: Measures, before: Measures | undefined, setting: Setting): Readout[] {
  const { words, unit, language } = setting;
  const { readouts: names, points } = words;
  const row = (name: string, symbol: string, value: number, was: number | undefined) => ({
    name,
    symbol,
    value: formatNumber(value, language),
    delta: deltaOf(value, was, language),
    unit: points,
  });
  return [
    row(names.reward, "E_Q [r]", now.reward, before?.reward),
    {
      ...row(
        names.divergence,
        "D(Q ‖ P)",
        inUnit(now.divergence, unit),
        before && inUnit(before.divergence, unit),
      ),
      unit,
    },
    { ...row(names.leashed, "E_Q [r] − β D(Q ‖ P)", now.leashed, before?.leashed), strong: true },
    row(names.best, "β ln Z", now.best, undefined),
    ...(now.worth === null ? [] : [row(names.worth, "E_Q [w]", now.worth, before?.worth ?? undefined)]),
  ];
}

/** Batches taken, and what they have come to on the leash. */
export function trainReadouts(steps: number, now: Measures, setting: Setting): Readout[] {
  return [batches(steps, setting), ...leashReadouts({ ...now, worth: null }, undefined, setting)];
}

/** Batches taken, how far is left, and how PPO's gradient keeps to the true one on the next batch. */
export function matchReadouts(
  steps: number,
  now: Measures,
  drift: readonly InnerStep[],
  { words, unit, language }: Setting,
): Readout[] {
  const names = words.readouts;
  const count = String(drift.length);
  const last = drift.at(-1);
  return [
    batches(steps, { words, unit, language }),
    {
      name: names.left,
      symbol: "D(Q ‖ Q*)",
      value: formatNumber(inUnit(now.gap, unit), language, { digits: 4 }),
      strong: true,
    },
    {
      name: names.first,
      symbol: "|∇PPO + β ∇D|, 1",
      value: drift[0] ? `≤ ${boundText(drift[0].off)}` : "–",
      unit: "",
    },
    {
      name: fill(names.last, { count: drift.length > 1 ? count : "–" }),
      symbol: "|∇PPO + β ∇D|",
      value: last && drift.length > 1 ? formatNumber(last.off, language, { digits: 4 }) : "–",
      unit: "",
    },
    {
      name: fill(names.silenced, { count: last ? count : "–" }),
      symbol: "ε",
      value: last ? formatNumber(last.clipped, language, { digits: 2 }) : "–",
      unit: names.ofBatch,
    },
  ];
}

/** So many draws, the truth, and the mean of each estimator over them. */
export function drawReadouts(
  count: number,
  { divergence, all }: Estimates,
  means: Means,
  { words, unit, language }: Setting,
): Readout[] {
  const write = (nats: Nats | undefined) =>
    nats === undefined ? "–" : formatNumber(inUnit(nats, unit), language);
  return [
    {
      name: words.readouts.draws,
      symbol: "n",
      value: formatNumber(count, language, { digits: 0 }),
      unit: words.readouts.unitDraws,
    },
    { name: words.readouts.divergence, symbol: "D(Q ‖ P)", value: write(divergence), strong: true },
    ...all.map(({ name }, i) => ({
      name,
      symbol: formulas[name],
      value: write(means[i]),
    })),
  ];
}

/** The three as functions of r = P/Q. */
export const formulas = { k1: "−ln r", k2: "½ (ln r)²", k3: "r − 1 − ln r" } as const;

function batches(steps: number, { words, language }: Setting): Readout {
  return {
    name: words.readouts.batches,
    symbol: "n",
    value: formatNumber(steps, language, { digits: 0 }),
    unit: words.readouts.unitBatches,
  };
}

function deltaOf(value: number, was: number | undefined, language: Language): string | undefined {
  const change = was === undefined ? 0 : value - was;
  const isTold = Number.isFinite(change) && Math.abs(change) >= 0.0005;
  return isTold ? formatNumber(change, language, { sign: true }) : undefined;
}
