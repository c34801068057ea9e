import { inUnit, klContributions, type Nats, type Probabilities, type Unit } from "@surprisal/core";
import { logOf } from "../../figure/format.ts";
import type { Term } from "../../figure/LiveFormula.svelte";
import { fill } from "../../words/fill.ts";
import type { Language } from "../../words/language.ts";
import { formatNumber } from "../../words/number.ts";
import type { Measures } from "./measure.ts";
import { gather, rest } from "./menu.ts";
import type { Distill } from "./model.ts";
import { barNames, orderNames } from "./names.ts";
import { modesOf } from "./readouts.ts";
import { soughtBy } from "./teacher.ts";
import type { DistillWords } from "./words/en.ts";

type Setting = { unit: Unit; unitName: string; words: DistillWords; language: Language };

const percent = (share: number, language: Language) =>
  `${formatNumber(100 * share, language, { digits: 0 })} %`;

export function sentenceOf(
  state: Distill,
  at: Measures,
  { unit, unitName, words, language }: Setting,
): string {
  const amount = (nats: Nats) => `${formatNumber(inUnit(nats, unit), language)} ${unitName}`;
  return fill(words.sentence, {
    cost: amount(at.crossEntropy),
    gap: amount(at.forward),
    wasted: percent(at.wasted, language),
    missed: String(at.missed.length),
    modes: String(modesOf(soughtBy(state))),
  });
}

/** What there is to say about what the student says, and does not say. */
export function verdictOf(
  state: Distill,
  at: Measures,
  stuck: boolean,
  words: DistillWords,
  language: Language,
): string {
  const { verdict } = words;
  if (stuck) return verdict.stuck;
  if (state.steps === 0) return verdict.start;
  if (at.forward < 0.005) return verdict.same;
  const names = orderNames(words);
  const parts: string[] = [];
  if (at.worst !== undefined && at.wasted >= 0.01)
    parts.push(fill(verdict.wasted, { share: percent(at.wasted, language), name: names[at.worst]! }));
  if (at.missed.length > 0) {
    const list = new Intl.ListFormat(language).format(at.missed.map((order) => names[order]!));
    parts.push(fill(verdict.missed, { names: list }));
  }
  return parts.join(" ");
}

/** What each bar adds to D(P‖Q); the other orders add theirs together. */
export function gapTerms(p: Probabilities, q: Probabilities, { unit, words, language }: Setting): Term[] {
  const two = (value: number) => formatNumber(value, language, { digits: 2 });
  const [ps, qs, sums] = [gather(p), gather(q), gather(klContributions(p, q))];
  return barNames(words).map((name, bar) => {
    const value = formatNumber(inUnit(sums[bar]!, unit), language);
    const factors = `${two(ps[bar]!)} · ${logOf[unit]} ${two(ps[bar]!)}/${two(qs[bar]!)}`;
    const numbers = bar === rest ? words.others : factors;
    return { numbers, value, sentence: `${name}: ${bar === rest ? "" : `${factors} = `}${value}` };
  });
}
