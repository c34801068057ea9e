import {
  bootstrap,
  dependenceAmong,
  type Estimate,
  estimateQuantiles,
  estimateRate,
  estimateRateChange,
  fewUnits,
  fromUnit,
  independentUnits,
  inUnit,
  meanStatistic,
  type Resampling,
  sumsStatistic,
  type TokenTable,
  type Unit,
  withinRange,
} from "@surprisal/core";
import type { AnyMeasureName, Assertion, Statistic } from "./assertion.ts";
import { type Bounded, type Columns, columnsOf } from "./columns.ts";
import { type Asserted, type MeasureKind, type MeasureName, measures } from "./measures.ts";
import {
  type Found,
  moreForEnds,
  moreForUnits,
  moreTokens,
  ofRate,
  type Verdict,
  verdictOn,
} from "./verdict.ts";

/** An assertion, what was measured, and whether it is so. */
export interface Judged<Name extends string = AnyMeasureName> extends Omit<Found, "value"> {
  assertion: Assertion<Name>;
  /** Not there where only bounds are known. */
  value?: number;
  /** Between which values it is for these tokens, whatever the outcomes are that are not listed. */
  bounds?: { lower: number; upper: number };
  /** Of information: what the bound and the numbers are in. */
  unit?: Unit;
  /** Tokens that have a value. */
  tokens: number;
  /** How the interval came about; not there for the largest and the smallest value, which are what they are. */
  method?: Omit<Estimate, keyof Found>;
  /** Where too few tokens are independent of each other for an interval to decide anything. */
  tooFew?: true;
  verdict: Verdict;
  /** About so many more tokens would tell. */
  moreTokens?: number;
}

/** @returns Nothing if nothing is known of it at any token. */
export function judge(
  assertion: Assertion<MeasureName>,
  table: TokenTable,
  resampling: Resampling,
  unit: Unit,
  known: Bounded = {},
): Judged<MeasureName> | undefined {
  const { measure } = assertion;
  const columns = columnsOf(measure, table, known);
  return columns && judgeColumns(assertion, measures[measure], columns, resampling, unit);
}

/**
 * The same by the values themselves.
 *
 * @param columns With sizes, the mean is the sum of the values over the sum of these.
 */
export function judgeColumns<Name extends string>(
  assertion: Assertion<Name>,
  { kind, range }: Pick<Asserted, "kind" | "range">,
  columns: Columns & { sizes?: Float64Array },
  resampling: Resampling,
  unit: Unit,
): Judged<Name> | undefined {
  const { statistic, operator, bound } = assertion;
  const rows = Int32Array.from(columns.lower.keys()).filter((row) => !Number.isNaN(columns.lower[row]));
  if (rows.length === 0) return undefined;
  const dependence = dependenceAmong(resampling.dependence, rows);
  const foundIn = (column: Float64Array) => {
    const taken = (from: Float64Array) => Float64Array.from(rows, (row) => from[row]!);
    const values = taken(column);
    const sizes = columns.sizes && taken(columns.sizes);
    const estimate = estimateOf(kind, statistic, { values, sizes }, { ...resampling, dependence });
    return estimate ?? extreme(statistic, values);
  };
  const lower = foundIn(columns.lower);
  const isKnown = columns.lower === columns.upper;
  const upper = isKnown ? lower : foundIn(columns.upper);
  // A mean that is ∞ is so for certain: some token makes it ∞.
  const isCertain = statistic.kind === "mean" && lower.value === Infinity;
  const inUnits = (x: number) => shown(x, kind, unit);
  const [least, most] = range.map((end) => (kind === "information" ? inUnits(end) : end));
  const interval = ({ value, low, high }: Found) =>
    withinRange({ value: inUnits(value), low: inUnits(low), high: inUnits(high) }, [least!, most!]);
  const [low, high] = [interval(lower).low, interval(upper).high];
  const few = isCertain
    ? undefined
    : [lower, upper].filter(isEstimate).find((found) => independentUnits(found, rows.length) < fewUnits);
  const sure = few ?? lower;
  const verdict = few
    ? "cannot tell yet"
    : verdictOn(isCertain ? [inUnits(lower.value), inUnits(upper.value)] : [low, high], operator, bound);
  const more =
    verdict === "cannot tell yet"
      ? moreFor(kind, statistic, [lower, upper], computed(bound, kind, unit), rows.length)
      : undefined;
  return {
    assertion,
    ...(kind === "information" && { unit }),
    tokens: rows.length,
    ...(isKnown
      ? { value: inUnits(lower.value) }
      : { bounds: { lower: inUnits(lower.value), upper: inUnits(upper.value) } }),
    ...{ low, high },
    ...(isEstimate(sure) && { method: methodOf(sure) }),
    ...(few && { tooFew: true }),
    verdict,
    ...(more !== undefined && { moreTokens: more }),
  };
}

function estimateOf(
  kind: MeasureKind,
  statistic: Statistic,
  { values, sizes }: { values: Float64Array; sizes: Float64Array | undefined },
  resampling: Resampling,
): Estimate | undefined {
  if (kind === "share") return estimateRate(values, resampling);
  if (kind === "change of share") return estimateRateChange(values, resampling);
  if (sizes)
    return bootstrap(
      sumsStatistic([values, sizes], ([sum, size]) => sum! / size!),
      resampling,
    );
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

/** @returns Nothing where more tokens like these would not tell: the bound lies between the ends of what is known of them. */
function moreFor(
  kind: MeasureKind,
  statistic: Statistic,
  [lower, upper]: readonly [Found, Found],
  bound: number,
  tokens: number,
): number | undefined {
  if (lower.value < bound && bound < upper.value) return undefined;
  const estimate = upper.value <= bound ? upper : lower;
  if (!isEstimate(estimate)) return undefined;
  const forBound = moreForBound(kind, statistic, estimate, bound, tokens);
  const units = independentUnits(estimate, tokens);
  return units < fewUnits ? Math.max(moreForUnits(units, tokens), forBound ?? 0) : forBound;
}

function moreForBound(
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

function isEstimate(found: Found): found is Estimate {
  return "level" in found;
}

function methodOf({ value: _, low: __, high: ___, ...method }: Estimate): Omit<Estimate, keyof Found> {
  return method;
}
