import { type Direction, inUnit, type Nats, type Unit } from "@surprisal/core";
import type { Readout } from "../../figure/Readouts.svelte";
import { fill } from "../../words/fill.ts";
import type { Language } from "../../words/language.ts";
import { formatNumber } from "../../words/number.ts";
import { biasOf, type Cloud } from "./cloud.ts";
import { mostSteps, shown } from "./model.ts";
import { slopeText } from "./slopeText.ts";
import type { GradientsWords } from "./words/en.ts";

export type Setting = { unit: Unit; unitName: string; words: GradientsWords; language: Language };

/** Where the two runners are: the divergence that each goes down, and what C has there. */
export type Arrived = Readonly<Record<Direction, { readonly value: Nats; readonly ofC: number }>>;

const symbols = { forward: "D(P ‖ Q)", reverse: "D(Q ‖ P)" } as const;

export function slopeReadouts(now: Arrived, steps: number, { unit, words, language }: Setting): Readout[] {
  const { readouts } = words;
  const row = (way: Direction): Readout => ({
    name: readouts[way],
    symbol: symbols[way],
    value: formatNumber(inUnit(now[way].value, unit), language),
    strong: way === "forward",
  });
  const ofC = (way: Direction): Readout => ({
    name: readouts.ofC,
    symbol: `Q(C), ${symbols[way]}`,
    value: slopeText(now[way].ofC, language),
    unit: readouts.ofOne,
  });
  return [row("forward"), row("reverse"), ofC("forward"), ofC("reverse"), stepsRow(steps, words)];
}

/** A variance is an amount of information squared. */
export function cloudReadouts(
  cloud: Cloud | undefined,
  value: Nats,
  way: Direction,
  steps: number,
  { unit, unitName, words, language }: Setting,
): Readout[] {
  const { readouts } = words;
  const scale = inUnit(1, unit);
  const squared = `${unitName}²`;
  const write = (amount: number | undefined) =>
    amount === undefined ? "∞" : formatNumber(amount, language, { digits: 4 });
  const length = cloud && Math.hypot(...cloud.truth) * scale;
  return [
    { name: readouts[way], symbol: symbols[way], value: formatNumber(inUnit(value, unit), language) },
    { name: readouts.length, symbol: "|∇|", value: write(length) },
    {
      name: readouts.exact,
      symbol: "Var",
      value: write(cloud && cloud.exact.variance * scale ** 2),
      unit: squared,
      strong: true,
    },
    {
      name: readouts.measured,
      symbol: `n = ${shown}`,
      value: write(cloud && cloud.measured.variance * scale ** 2),
      unit: squared,
    },
    { name: readouts.bias, symbol: "|E[·] − ∇|", value: write(cloud && biasOf(cloud) * scale) },
    stepsRow(steps, words),
  ];
}

function stepsRow(steps: number, { readouts }: GradientsWords): Readout {
  const unit = fill(readouts.stepsUnit, { most: String(mostSteps) });
  return { name: readouts.steps, symbol: "t", value: String(steps), unit };
}
