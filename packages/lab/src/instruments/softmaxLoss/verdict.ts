import { fill } from "../../words/fill.ts";
import type { Language } from "../../words/language.ts";
import { formatNumber } from "../../words/number.ts";
import { bestLeadOf, isOver, leadOf, type Measures, type SoftmaxLoss, stepsOf } from "./model.ts";
import type { SoftmaxLossWords } from "./words/en.ts";

const reached = 0.001;

/** What there is to say about where the logits are going. */
export function verdictOf(
  state: SoftmaxLoss,
  { gap }: Measures,
  words: SoftmaxLossWords,
  language: Language,
): string {
  const write = (value: number) => formatNumber(value, language, { digits: 2 });
  const [lead, best] = [write(leadOf(state)), bestLeadOf(state)];
  const steps = String(stepsOf(state));
  if (state.gamma > 0) return fill(words.verdict.focal, { lead, steps });
  if (best === Infinity)
    return fill(isOver(state) ? words.verdict.left : words.verdict.runaway, { lead, steps });
  return fill(gap < reached ? words.verdict.there : words.verdict.finite, { lead, best: write(best), steps });
}
