import { inUnit, type Nats, type Unit } from "@surprisal/core";
import type { Readout } from "../../figure/Readouts.svelte";
import type { Language } from "../../words/language.ts";
import { formatNumber } from "../../words/number.ts";
import type { Measures } from "./model.ts";
import type { ViWords } from "./words/en.ts";

type Shown = "surprise" | "bound" | "gap" | "forward";

/** The numbers of the row, each with its change since `before`. */
export function readoutsOf(
  now: Measures,
  before: Measures | undefined,
  { unit, words, language }: { unit: Unit; words: ViWords; language: Language },
): Readout[] {
  const write = (nats: Nats, sign = false) => formatNumber(inUnit(nats, unit), language, { sign });
  const row = (name: string, symbol: string, measure: Shown): Readout => {
    const change = before ? now[measure] - before[measure] : 0;
    const isTold = Math.abs(inUnit(change, unit)) >= 0.0005;
    return { name, symbol, value: write(now[measure]), delta: isTold ? write(change, true) : undefined };
  };
  const { surprise, bound, gap, forward } = words.readouts;
  return [
    row(surprise, "−log P(x)", "surprise"),
    row(bound, "−ELBO", "bound"),
    { ...row(gap, "D(Q ‖ P)", "gap"), strong: true },
    row(forward, "D(P ‖ Q)", "forward"),
  ];
}
