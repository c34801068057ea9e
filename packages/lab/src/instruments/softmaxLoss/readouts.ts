import { inUnit, type Nats, type Unit } from "@surprisal/core";
import type { Readout } from "../../figure/Readouts.svelte";
import type { Language } from "../../words/language.ts";
import { formatNumber } from "../../words/number.ts";
import type { Measures, SoftmaxLoss } from "./model.ts";
import type { SoftmaxLossWords } from "./words/en.ts";

/** The numbers of the row, each with its change since `before`. */
export function readoutsOf(
  { right, gamma }: SoftmaxLoss,
  now: Measures,
  before: Measures | undefined,
  unit: Unit,
  words: SoftmaxLossWords,
  language: Language,
): Readout[] {
  const write = (nats: Nats, sign = false) => formatNumber(inUnit(nats, unit), language, { sign });
  const row = (name: string, symbol: string, measure: "cost" | "floor" | "gap" | "loss") => {
    const change = before ? now[measure] - before[measure] : 0;
    const isTold = Math.abs(inUnit(change, unit)) >= 0.0005;
    return { name, symbol, value: write(now[measure]), delta: isTold ? write(change, true) : undefined };
  };
  const { cost, floor, gap, focal, focalSymbol, sure, sureSymbol, sureUnit } = words.readouts;
  const confidence = now.model[right]!;
  return [
    row(cost, "H(P, Q)", "cost"),
    row(floor, "H(P)", "floor"),
    { ...row(gap, "D(P ‖ Q)", "gap"), strong: true },
    gamma > 0
      ? row(focal, focalSymbol, "loss")
      : { name: sure, symbol: sureSymbol, value: formatNumber(confidence, language), unit: sureUnit },
  ];
}
