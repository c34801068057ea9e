import { inUnit, type Nats, type Unit } from "@surprisal/core";
import type { Readout } from "../../figure/Readouts.svelte";
import { fill } from "../../words/fill.ts";
import type { Language } from "../../words/language.ts";
import { formatNumber } from "../../words/number.ts";
import { type Details, permutations } from "./details.ts";
import { valueAt } from "./lines.ts";
import type { Samples } from "./model.ts";
import type { Ensemble } from "./race.ts";
import type { SamplesWords } from "./words/en.ts";

/** What is known at the draws so far; intervals and the like lag behind while it plays. */
export type Known = {
  readonly truth: Nats;
  readonly now: Nats | undefined;
  readonly ensemble: Ensemble;
  readonly details: Details | undefined;
};

/** By how much the estimator is off on the average, after the draws so far. */
export function biasOf({ draws }: Samples, { truth, ensemble }: Known): Nats {
  return valueAt(ensemble.mean, Math.max(2, draws)) - truth;
}

export function readoutsOf(
  state: Samples,
  known: Known,
  unit: Unit,
  words: SamplesWords,
  language: Language,
): Readout[] {
  const { truth, now, details } = known;
  const { readouts } = words;
  const write = (nats: Nats, sign = false) => formatNumber(inUnit(nats, unit), language, { sign });
  const symbol = state.of === "entropy" ? "H(P)" : "I(X ; Y)";
  const own = details?.intervals.find(({ estimator }) => estimator === state.estimator);
  const note = own && fill(readouts.interval, { low: write(own.low), high: write(own.high) });
  return [
    { name: readouts.truth[state.of], symbol, value: write(truth) },
    {
      name: readouts.estimate,
      symbol: words.estimators[state.estimator],
      value: now === undefined ? readouts.none : write(now),
      ...(note && { note }),
    },
    {
      name: readouts.bias,
      symbol: `E[·] − ${symbol}`,
      value: write(biasOf(state, known), true),
      strong: true,
    },
    state.of === "entropy"
      ? {
          name: readouts.wanted,
          symbol: readouts.wantedSymbol,
          value: details?.wanted
            ? formatNumber(details.wanted.draws, language, { digits: 0 })
            : readouts.none,
          unit: readouts.draws,
          ...(details?.wanted?.isEnough && { note: readouts.enough }),
        }
      : {
          name: readouts.chance,
          symbol: fill(readouts.chanceSymbol, { count: String(permutations) }),
          value: details?.pValue === undefined ? readouts.none : formatNumber(details.pValue, language),
          unit: readouts.ofOne,
        },
  ];
}
