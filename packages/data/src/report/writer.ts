import { type Estimate, inUnit, type Nats, type Unit } from "@surprisal/core";
import { numberText, percentText } from "./number.ts";
import { en, type ReportWords } from "./words/en.ts";
import { es } from "./words/es.ts";
import type { ReportLanguage } from "./words/language.ts";

/** What every part of a report writes with: its words, and numbers as the language and the unit have them. */
export interface Writer {
  readonly words: ReportWords;
  readonly language: ReportLanguage;
  readonly unit: Unit;
  number(value: number, digits?: number): string;
  percent(share: number, digits?: number): string;
  /** A quantity of information in the unit, without its name. */
  amount(nats: Nats, digits?: number): string;
  /** The same with it. */
  information(nats: Nats, digits?: number): string;
}

const wordsIn: Readonly<Record<ReportLanguage, ReportWords>> = { en, es };

export function writerIn(language: ReportLanguage, unit: Unit): Writer {
  const words = wordsIn[language];
  const number = (value: number, digits?: number) => numberText(value, language, digits);
  const amount = (nats: Nats, digits?: number) => number(inUnit(nats, unit), digits);
  return {
    ...{ words, language, unit, number, amount },
    percent: (share, digits) => percentText(share, language, digits),
    information: (nats, digits) => `${amount(nats, digits)} ${words.units[unit]}`,
  };
}

/** What a number is a number of, and so how it is written. */
export type Quantity = "information" | "outcomes" | "share" | "plain";

/** A value of some quantity, with its unit or without. */
export function written(writer: Writer, value: number, quantity: Quantity, digits?: number): string {
  if (quantity === "information") return writer.amount(value, digits);
  return quantity === "share" ? writer.percent(value, digits) : writer.number(value, digits);
}

/** "0.1 to 0.2", or that it is not known. */
export function intervalText(
  writer: Writer,
  estimate: Estimate,
  quantity: Quantity,
  digits?: number,
): string {
  if (!isKnown(estimate)) return writer.words.unknownInterval;
  const [low, high] = [estimate.low, estimate.high].map((end) => written(writer, end, quantity, digits));
  return writer.words.from(low!, high!);
}

/** Whether the interval says anything: of one unit alone, none does. */
function isKnown({ low, high, method, resamples }: Estimate): boolean {
  const isResampled = method === "percentile" || method === "BCa";
  return isResampled ? resamples > 0 : !(low === -Infinity && high === Infinity);
}

export function unitText({ words, unit }: Writer, quantity: Quantity): string {
  if (quantity === "outcomes") return words.outcomes;
  return quantity === "information" ? words.units[unit] : "";
}
