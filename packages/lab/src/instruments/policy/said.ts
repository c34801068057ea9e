import { inUnit, type Nats, type Probabilities, type Unit } from "@surprisal/core";
import { formatExact } from "../../figure/format.ts";
import type { Term } from "../../figure/LiveFormula.svelte";
import { fill } from "../../words/fill.ts";
import type { Language } from "../../words/language.ts";
import { formatNumber } from "../../words/number.ts";
import { boundText } from "../fit/bound.ts";
import type { InnerStep } from "./drift.ts";
import type { Estimates } from "./estimates.ts";
import type { Measures, Policy } from "./model.ts";
import type { Means } from "./simulators.ts";
import type { PolicyWords } from "./words/en.ts";

type Setting = { unit: Unit; unitName: string; words: PolicyWords; language: Language };

export function leashSaid(at: Measures, { unit, unitName, words, language }: Setting): string {
  const points = (value: number) => formatNumber(value, language);
  return fill(words.sentence, {
    reward: points(at.reward),
    divergence: `${points(inUnit(at.divergence, unit))} ${unitName}`,
    leashed: points(at.leashed),
    best: points(at.best),
  });
}

/** What the steps on a batch come to, or why there are none. */
export function driftSaid(steps: readonly InnerStep[], at: Measures, { words, language }: Setting): string {
  const [first, last] = [steps[0], steps.at(-1)];
  if (!first || !last) return at.astray.length > 0 ? words.driftAstray : words.driftNone;
  return fill(words.driftAt, {
    first: `≤ ${boundText(first.off)}`,
    count: String(steps.length),
    last: formatNumber(last.off, language, { digits: 4 }),
    clipped: formatNumber(last.clipped, language, { digits: 2 }),
  });
}

export function drawsSaid(
  count: number,
  { divergence, all }: Estimates,
  means: Means,
  { unit, unitName, words, language }: Setting,
): string {
  const write = (nats: Nats | undefined) =>
    nats === undefined ? "–" : formatNumber(inUnit(nats, unit), language);
  const said = Object.fromEntries(all.map(({ name }, i) => [name, write(means[i])]));
  return fill(words.drawsSentence, {
    count: String(count),
    divergence: `${write(divergence)} ${unitName}`,
    ...said,
  });
}

/** What each reply adds on the leash, with its numbers. */
export function leashTerms(
  { names, p, reward, beta }: Policy,
  q: Probabilities,
  { terms }: Measures,
  language: Language,
): Term[] {
  const three = (value: number) => formatNumber(value, language);
  return names.map((name, i) => {
    const points = formatNumber(reward[i]!, language, { digits: 1 });
    const fine = `${formatExact(beta, language)} ln ${three(q[i]!)}/${three(p[i]!)}`;
    const numbers = `${three(q[i]!)} · (${points} − ${fine})`;
    const value = three(terms[i]!);
    return { numbers, value, sentence: `${name}: ${numbers} = ${value}` };
  });
}
