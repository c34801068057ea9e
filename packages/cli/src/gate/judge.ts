import {
  bootstrap,
  dependenceAmong,
  type Estimate,
  estimateQuantiles,
  estimateRate,
  fromUnit,
  inUnit,
  meanStatistic,
  type Resampling,
  type TokenTable,
  type Unit,
} from "@surprisal/core";
import type { Assertion, Statistic } from "./assertion.ts";
import { type MeasureKind, measures } from "./measures.ts";
import { type Found, moreForEnds, moreTokens, ofRate, type Verdict, verdictOn } from "./verdict.ts";

/** An assertion, what was measured, and whether it is so. */
export interface Judged extends Found {
  assertion: Assertion;
  /** Of information: what the bound and the numbers are in. */
  unit?: Unit;
  /** Tokens that have a value. */
  tokens: number;
  /** Where whole sequences are what may be taken as independent: how many of them. */
  sequences?: number;
  /** How the interval came about; not there for the largest and the smallest value, which are what they are. */
  method?: Omit<Estimate, keyof Found>;
  verdict: Verdict;
  /** About so many more tokens would tell. */
  moreTokens?: number;
}

/** @returns Nothing if the table does not say it of any token. */
export function judge(
  assertion: Assertion,
  table: TokenTable,
  resampling: Resampling,
  unit: Unit,
): Judged | undefined {
  const { measure, statistic, operator, bound } = assertion;
  const { kind, of } = measures[measure];
  const column = of(table);
  if (column === undefined) return undefined;
  const rows = Int32Array.from(column.keys()).filter((row) => !Number.isNaN(column[row]));
  if (rows.length === 0) return undefined;
  const values = Float64Array.from(rows, (row) => column[row]!);
  const dependence = dependenceAmong(resampling.dependence, rows);
  const estimate = estimateOf(kind, statistic, values, { ...resampling, dependence });
  const { value, low, high, ...method } = estimate ?? extreme(statistic, values);
  const found = {
    value: shown(value, kind, unit),
    low: shown(low, kind, unit),
    high: shown(high, kind, unit),
  };
  // A mean that is ∞ is so for certain: some token makes it ∞.
  const isCertain = statistic.kind === "mean" && !Number.isFinite(value);
  const verdict = verdictOn(isCertain ? [found.value] : [found.low, found.high], operator, bound);
  const more =
    verdict === "cannot tell yet" && estimate
      ? moreFor(kind, statistic, estimate, computed(bound, kind, unit), rows.length)
      : undefined;
  return {
    assertion,
    ...(kind === "information" && { unit }),
    tokens: rows.length,
    ...(dependence.kind === "clusters" && { sequences: new Set(Array.from(dependence.of)).size }),
    ...found,
    ...("level" in method && { method }),
    verdict,
    ...(more !== undefined && { moreTokens: more }),
  };
}

function estimateOf(
  kind: MeasureKind,
  statistic: Statistic,
  values: Float64Array,
  resampling: Resampling,
): Estimate | undefined {
  if (kind === "share") return estimateRate(values, resampling);
  if (statistic.kind === "mean") return bootstrap(meanStatistic(values), resampling);
  return statistic.kind === "quantile"
    ? estimateQuantiles(values, [statistic.share], resampling)[0]
    : undefined;
}

/** Of these tokens, and no others. */
function extreme(statistic: Statistic, values: Float64Array): Found {
  const sign = statistic.kind === "maximum" ? 1 : -1;
  const value = sign * values.reduce((most, x) => Math.max(most, sign * x), -Infinity);
  return { value, low: value, high: value };
}

/** What a person reads, of what is computed: nats, or the exponent. */
function shown(x: number, kind: MeasureKind, unit: Unit): number {
  if (kind === "information") return inUnit(x, unit);
  return kind === "exponential" ? Math.exp(x) : x;
}

function computed(x: number, kind: MeasureKind, unit: Unit): number {
  if (kind === "information") return fromUnit(x, unit);
  return kind === "exponential" ? Math.log(x) : x;
}

function moreFor(
  kind: MeasureKind,
  statistic: Statistic,
  estimate: Estimate,
  bound: number,
  tokens: number,
): number | undefined {
  if (kind === "share") return moreTokens(estimate, bound, tokens, ofRate);
  const hasEnds = Number.isFinite(estimate.low) && Number.isFinite(estimate.high);
  if (hasEnds || statistic.kind !== "quantile") return moreTokens(estimate, bound, tokens);
  return moreForEnds(statistic.share, estimate, tokens);
}
