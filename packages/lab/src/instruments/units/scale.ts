import { inUnit, type Unit } from "@surprisal/core";
import { refit } from "../../figure/frozenScale.ts";
import { ticks } from "../../plot/ticks.ts";
import { type Amount, type Field, read } from "./model.ts";

/** A mark of a ruler: how many bits it stands at, and what is written there, perhaps as a power of ten. */
export type Tick = { readonly bits: number; readonly label: number | { readonly power: number } };

export const shortest = 6;

/** Where the rulers end once an amount has come to rest, in bits, when they ended somewhere before. */
export function endOf(now: Amount, before: number): number {
  const bits = Math.abs(read(now, "bits"));
  return Number.isFinite(bits) ? Math.max(shortest, refit(before, bits)) : before;
}

/**
 * The marks of one ruler; all four are equally long.
 *
 * @param end Where they end, in bits; above 0.
 * @param count How many marks there is room for.
 */
export function ticksOf(field: Field, end: number, count: number): Tick[] {
  if (field !== "perplexity") {
    const last = inUnit(end * Math.LN2, field);
    return ticks(0, last, count).map((label) => ({ bits: (label / last) * end, label }));
  }
  const decades = end * Math.log10(2);
  if (decades < 1) return ticks(1, 2 ** end, count).map((label) => ({ bits: Math.log2(label), label }));
  return decades < 2.4 ? fewDecades(decades) : manyDecades(decades, count);
}

/** How many decimals the number at a mark needs. */
export function digitsOf(label: number): number {
  return Number.isInteger(label) ? 0 : Number.isInteger(Math.round(label * 1e6) / 1e5) ? 1 : 2;
}

function fewDecades(decades: number): Tick[] {
  const labels = [1, 2, 5, 10, 20, 50, 100, 200].filter((label) => Math.log10(label) <= decades + 1e-9);
  return labels.map((label) => ({ bits: Math.log2(label), label }));
}

function manyDecades(decades: number, count: number): Tick[] {
  return ticks(0, decades, count)
    .filter((power) => Number.isInteger(power))
    .map((power) => ({ bits: power / Math.log10(2), label: power < 4 ? 10 ** power : { power } }));
}

/** The rulers of units, in their order. */
export const units: readonly Unit[] = ["bits", "nats", "bans"];
