import {
  type Counts,
  estimatePair,
  inUnit,
  type PairEstimate,
  type PairEstimator,
  type PairQuantity,
  type Unit,
} from "@surprisal/core";
import { estimateInUnit } from "@surprisal/data";
import { type Culprit, type Information, measured } from "../measured.ts";
import { counted, written } from "../number.ts";
import { outcomeText } from "../outcomes.ts";
import type { Page } from "../page.ts";
import { remarks, type Source } from "../reading.ts";
import { type Cell, numbers, table } from "../table.ts";
import { wrapped } from "../wrapped.ts";
import { interval } from "./entropyOfSample.ts";
import { readSamples } from "./readSample.ts";

interface Estimated extends Omit<PairEstimate, "mismatch"> {
  symbol: string;
}

export interface PairOfSamples extends Information {
  low: number;
  high: number;
  level: number;
  /** Of all estimates. */
  isEnough: boolean;
  drawsWanted: number;
  draws: { p: number; q: number };
  outcomes: number;
  p: Source;
  q: Source;
  estimates: Estimated[];
  /** What was drawn from P and never from Q, as far as it is to be shown; none where the plug-in divergence is finite. */
  onlyInP: { outcomes: Culprit[]; count: number; share: number };
}

const pairNames = {
  plugIn: "plug-in",
  smoothed: "smoothed",
  bayesian: "Bayesian",
} as const satisfies Readonly<Record<PairEstimator, string>>;
const symbols: Readonly<Record<PairQuantity, string>> = {
  kl: "D(P‖Q)",
  crossEntropy: "H(P,Q)",
  jensenShannon: "JS(P,Q)",
};

export async function pairOfSamples(
  [first, second]: readonly [string, string],
  {
    unit,
    estimator,
    top,
    level,
    concentration,
  }: { unit: Unit; estimator: PairEstimator | "all"; top: number; level: number; concentration: number },
): Promise<PairOfSamples> {
  const { p, q, label } = await readSamples(first, second);
  const wanted = estimator === "all" ? (Object.keys(pairNames) as PairEstimator[]) : [estimator];
  const found = (Object.keys(symbols) as PairQuantity[]).flatMap((quantity) =>
    wanted.map((name) =>
      estimatePair(quantity, p.counts, q.counts, { estimator: name, level, concentration }),
    ),
  );
  const finite = found.filter(({ quantity, value }) => quantity === "kl" && value < Infinity);
  const best = finite[0] ?? found[0]!;
  const short = found.filter((estimate) => !estimate.isEnough);
  const mismatch = found.find((estimate) => estimate.mismatch)?.mismatch ?? { outcomes: [], mass: 0 };
  return {
    ...measured("estimatePair", symbols.kl, best.value, unit),
    low: inUnit(best.low, unit),
    high: inUnit(best.high, unit),
    level,
    isEnough: short.length === 0,
    drawsWanted: Math.max(...(short.length > 0 ? short : [best]).map(({ drawsWanted }) => drawsWanted)),
    draws: { p: total(p.counts), q: total(q.counts) },
    outcomes: p.counts.length,
    p: p.source,
    q: q.source,
    estimates: found.map(({ mismatch: _, ...estimate }) => ({
      symbol: symbols[estimate.quantity],
      ...estimate,
      ...estimateInUnit(estimate, unit),
    })),
    onlyInP: {
      outcomes: mismatch.outcomes.slice(0, top).map(({ index, mass }) => ({ outcome: label(index), mass })),
      count: mismatch.outcomes.length,
      share: mismatch.mass,
    },
  };
}

export function showPair(result: PairOfSamples, page: Page): string[] {
  const { unit, level, isEnough, drawsWanted, draws, outcomes, estimates, onlyInP, p, q } = result;
  const values = numbers(
    estimates.map(({ value }) => value),
    5,
  );
  const rows = estimates.map(({ symbol, estimator, low, high, resamples }, i): Cell[] => [
    symbol,
    pairNames[estimator],
    values[i]!,
    resamples === 0 ? "not known" : interval(low, high),
  ]);
  return [
    ...wrapped(
      `${counted(String(draws.p), "draws")} from the truth P and ${draws.q} from the model Q, of ${counted(String(outcomes), "outcomes")}; ${unit}, intervals at ${written(100 * level, 6)} %`,
      page.width,
    ),
    "",
    ...table([["", "estimator", "estimate", "interval"].map((title): Cell => ({ title })), ...rows], page),
    ...(estimates.some(isOutside)
      ? [
          "",
          ...wrapped(
            "An interval is of the truth: the bias that resamples show is taken off there and not from the estimate, which may so lie outside.",
            page.width,
          ),
        ]
      : []),
    ...unmatched(onlyInP, page),
    ...(isEnough
      ? []
      : [
          "",
          ...wrapped(
            `Too few draws${doubtful(estimates)}; about ${drawsWanted} of each would do.`,
            page.width,
          ),
        ]),
    ...remarks(page, p, q),
  ];
}

/** Which intervals are not to be relied on, of those that there are. */
function doubtful(estimates: readonly Estimated[]): string {
  const names = (Object.keys(pairNames) as PairEstimator[]).flatMap((name) => {
    const all = estimates.filter(({ estimator, resamples }) => estimator === name && resamples > 0);
    const short = all.filter(({ isEnough }) => !isEnough).map(({ symbol }) => symbol);
    if (short.length === 0) return [];
    return short.length === all.length ? pairNames[name] : `${pairNames[name]} (${short.join(", ")})`;
  });
  if (names.length === 0) return " for an interval";
  return `: ${names.join(" and ")} intervals may miss the truth more often than they say`;
}

function isOutside({ value, low, high, resamples }: Estimated): boolean {
  return resamples > 0 && (value < low || value > high);
}

function unmatched({ outcomes, count, share }: PairOfSamples["onlyInP"], page: Page): string[] {
  if (count === 0) return [];
  const hidden = count - outcomes.length;
  const masses = numbers(
    outcomes.map(({ mass }) => mass),
    4,
  );
  const why = `The plug-in estimate is infinite, because ${counted(String(count), "outcomes")}, ${written(100 * share, 4)} % of the draws from P, never came from Q:`;
  return [
    "",
    ...wrapped(why, page.width),
    ...table(
      outcomes.map(({ outcome }, i) => [{ name: outcomeText(outcome) }, masses[i]!]),
      page,
    ),
    ...(hidden > 0 ? [`  … and ${hidden} more`] : []),
    ...wrapped(
      "That they did not come does not say that they cannot: the other estimates give them a chance.",
      page.width,
    ),
  ];
}

function total(counts: Counts): number {
  return Array.from(counts).reduce((sum, count) => sum + count, 0);
}
