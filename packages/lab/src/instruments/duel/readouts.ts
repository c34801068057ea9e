import { inUnit, type Nats, type Unit } from "@surprisal/core";
import type { Readout } from "../../figure/Readouts.svelte";
import type { Language } from "../../words/language.ts";
import { formatNumber } from "../../words/number.ts";
import type { Measures } from "./model.ts";
import type { DuelWords } from "./words/en.ts";

type Shown = "entropyP" | "crossEntropy" | "forward" | "reverse";

/** The four numbers of the row, each with its change since `before` where both are finite. */
export function readoutsOf(
  now: Measures,
  before: Measures | undefined,
  unit: Unit,
  words: DuelWords,
  language: Language,
): Readout[] {
  const write = (nats: Nats, sign = false) => formatNumber(inUnit(nats, unit), language, { sign });
  const delta = (measure: Shown) => {
    const change = before ? now[measure] - before[measure] : 0;
    return Math.abs(inUnit(change, unit)) >= 0.0005 && Number.isFinite(change)
      ? write(change, true)
      : undefined;
  };
  const { entropy, pay, forward, reverse } = words.readouts;
  const row = (name: string, symbol: string, measure: Shown) => ({
    name,
    symbol,
    value: write(now[measure]),
    delta: delta(measure),
  });
  return [
    row(entropy, "H(P)", "entropyP"),
    row(pay, "H(P, Q)", "crossEntropy"),
    { ...row(forward, "D(P ‖ Q)", "forward"), strong: true },
    row(reverse, "D(Q ‖ P)", "reverse"),
  ];
}
