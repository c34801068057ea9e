import { inUnit, type Nats, type Unit } from "@surprisal/core";
import type { Readout } from "../figure/Readouts.svelte";
import type { Measures as Costs } from "../instruments/duel/model.ts";
import { fill } from "../words/fill.ts";
import type { Language } from "../words/language.ts";
import type { Answer } from "./answer.ts";
import { formatAmount } from "./format.ts";
import type { WorkbenchWords } from "./words/en.ts";

type Pair = NonNullable<Answer["pair"]>;
type Single = NonNullable<Answer["single"]>;

/** The four numbers of the row under the figure. */
export function readoutsOf(
  { directed }: Pair,
  unit: Unit,
  words: WorkbenchWords,
  language: Language,
): Readout[] {
  const { entropy, crossEntropy, kl } = directed;
  const { readouts } = words;
  const write = (nats: Nats) => formatAmount(inUnit(nats, unit), language);
  return [
    { name: readouts.entropy, symbol: "H(P)", value: write(entropy[0]) },
    { name: readouts.pay, symbol: "H(P, Q)", value: write(crossEntropy[0]) },
    { name: readouts.forward, symbol: "D(P ‖ Q)", value: write(kl[0]), strong: true },
    { name: readouts.reverse, symbol: "D(Q ‖ P)", value: write(kl[1]) },
  ];
}

/** What the bars of the costs draw, for the outcomes shown. */
export function costsOf({ directed, mismatch, terms }: Pair, shown: readonly number[]): Costs {
  const { entropy, crossEntropy, kl } = directed;
  return {
    entropyP: entropy[0],
    entropyQ: entropy[1],
    crossEntropy: crossEntropy[0],
    forward: kl[0],
    reverse: kl[1],
    terms: shown.map((i) => terms.forward[i]!),
    reverseTerms: shown.map((i) => terms.reverse[i]!),
    culprits: mismatch.forward?.culprits ?? [],
    reverseCulprits: mismatch.reverse?.culprits ?? [],
  };
}

/** The whole in a sentence, for those who do not see it. */
export function sentenceOf(
  pair: Pair | undefined,
  single: Single | undefined,
  write: { withUnit: (nats: Nats) => string; number: (value: number) => string },
  words: WorkbenchWords,
): string {
  if (pair) {
    const { entropy, kl } = pair.directed;
    const [forward, reverse] = kl.map(write.withUnit);
    return fill(words.sentence, {
      forward: forward!,
      reverse: reverse!,
      entropy: write.withUnit(entropy[0]),
    });
  }
  if (!single) return "";
  return fill(words.sentenceAlone, {
    side: single.side.toUpperCase(),
    entropy: write.withUnit(single.entropy),
    effective: write.number(single.perplexity),
  });
}
