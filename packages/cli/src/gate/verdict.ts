import { fewUnits } from "@surprisal/core";
import type { Operator } from "./assertion.ts";

/** A number, and between which the truth is. */
export interface Found {
  value: number;
  low: number;
  high: number;
}

export type Verdict = "holds" | "fails" | "cannot tell yet";

/** Of several assertions together. */
export function verdictOf(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes("fails")) return "fails";
  return verdicts.includes("cannot tell yet") ? "cannot tell yet" : "holds";
}

const satisfies: Record<Operator, (value: number, bound: number) => boolean> = {
  "<": (value, bound) => value < bound,
  "<=": (value, bound) => value <= bound,
  ">": (value, bound) => value > bound,
  ">=": (value, bound) => value >= bound,
};

/**
 * It holds if all that the truth may be satisfies it, and fails if nothing does.
 *
 * @param ends Between which the truth is; or the truth alone.
 */
export function verdictOn(ends: readonly number[], operator: Operator, bound: number): Verdict {
  const isSo = (x: number) => satisfies[operator](x, bound);
  if (ends.every(isSo)) return "holds";
  return ends.some(isSo) ? "cannot tell yet" : "fails";
}

/**
 * About how many more tokens like these would decide, if the value stays: the ends of an interval come nearer as the square root of their number grows.
 *
 * @param variance At a point, up to a factor: Wilson's interval for a rate ends where the rate would be just too far from p, for the variance that it would have there.
 * @returns Nothing where the value is at the bound, or an end is not known.
 */
export function moreTokens(
  { value, low, high }: Found,
  bound: number,
  tokens: number,
  variance: (x: number) => number = () => 1,
): number | undefined {
  const end = value < bound ? high : low;
  const ratio = ((end - value) / (bound - value)) ** 2 * (variance(bound) / variance(end));
  return rounded(tokens * (ratio - 1));
}

/** Of a rate. */
export function ofRate(x: number): number {
  return x * (1 - x);
}

/** About how many more would give an interval for a quantile both its ends: enough for some to lie beyond it. */
export function moreForEnds(
  share: number,
  { level, effectiveSampleSize }: { level: number; effectiveSampleSize: number },
  tokens: number,
): number | undefined {
  const needed = Math.log((1 - level) / 2) / Math.log(Math.max(share, 1 - share));
  return rounded(tokens * (needed / effectiveSampleSize - 1));
}

/** About so many more give an interval as many independent units as it needs. */
export function moreForUnits(units: number, tokens: number): number {
  return rounded(tokens * (fewUnits / units - 1))!;
}

function rounded(more: number): number | undefined {
  return Number.isFinite(more) ? Math.max(1, Math.ceil(Number(more.toPrecision(2)))) : undefined;
}
