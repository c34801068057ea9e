import { inUnit, type Nats, type Unit } from "@surprisal/core";
import type { Readout } from "../../figure/Readouts.svelte";
import { fill } from "../../words/fill.ts";
import type { Language } from "../../words/language.ts";
import { formatNumber } from "../../words/number.ts";
import type { Measures } from "./model.ts";
import type { JointWords } from "./words/en.ts";

type Shown = "entropyX" | "entropyY" | "leftOfY" | "information";

/** What the draws say so far: how many, and the information of their frequencies. */
export type Drawn = { readonly draws: number; readonly information: Nats | undefined };

/** The numbers of the row, each with its change since `before`. */
export function readoutsOf(
  now: Measures,
  before: Measures | undefined,
  { draws, information }: Drawn,
  unit: Unit,
  words: JointWords,
  language: Language,
): Readout[] {
  const write = (nats: Nats, sign = false) => formatNumber(inUnit(nats, unit), language, { sign });
  const row = (name: string, symbol: string, measure: Shown): Readout => {
    const change = before ? now[measure] - before[measure] : 0;
    const isTold = Math.abs(inUnit(change, unit)) >= 0.0005;
    return { name, symbol, value: write(now[measure]), delta: isTold ? write(change, true) : undefined };
  };
  const { entropyX, entropyY, leftOfY, information: shared, drawn } = words.readouts;
  return [
    row(entropyX, "H(X)", "entropyX"),
    row(entropyY, "H(Y)", "entropyY"),
    row(leftOfY, "H(Y | X)", "leftOfY"),
    {
      ...row(shared, "I(X ; Y)", "information"),
      strong: true,
      ...(information !== undefined && {
        note: fill(drawn, { draws: formatNumber(draws, language, { digits: 0 }), value: write(information) }),
      }),
    },
  ];
}
