import type { Unit } from "@surprisal/core";
import { fill } from "../../words/fill.ts";
import type { Language } from "../../words/language.ts";
import { type Amount, beyond, type Field, natsOf, type Piece, read } from "./model.ts";
import type { UnitsWords } from "./words/en.ts";

export const bases: Readonly<Record<Unit, string>> = { bits: "2", nats: "e", bans: "10" };

/** What is raised to give the perplexity of an amount no double can hold. */
type Power = { readonly base: string; readonly exponent: string };

/** A number as it can be typed again: six digits that count, or all of them; an exponent where it is far from one. */
function formatAmount(value: number, language: Language, digits = 6): string {
  const size = Math.abs(value);
  const isFar = size !== 0 && size !== Infinity && (size >= 1e15 || size < 1e-4);
  return new Intl.NumberFormat(language, {
    maximumSignificantDigits: digits,
    useGrouping: false,
    notation: isFar ? "scientific" : "standard",
  })
    .format(value)
    .replace("-", "−");
}

/** One way of writing the amount of one piece, in the text of its field; as a power where no double holds it. */
export function fieldText(now: Amount, field: Field, per: Piece | null, language: Language): string {
  const power = field === "perplexity" ? powerOf(now, per, language) : undefined;
  if (power) return `${power.base}^${power.exponent}`;
  const isOwn = per === now.per && field === now.field;
  return formatAmount(read(now, field, per), language, isOwn ? 15 : now.per === null ? 6 : 5);
}

/** The power that stands for a perplexity which no double can hold. */
function powerOf(now: Amount, per: Piece | null, language: Language): Power | undefined {
  if (!beyond(now, "perplexity", per)) return undefined;
  const unit = now.field === "perplexity" ? "nats" : now.field;
  return { base: bases[unit], exponent: formatAmount(read(now, unit, per), language) };
}

/** The amount in view, in words. */
export function sentenceOf(now: Amount, words: UnitsWords, language: Language): string {
  const said = (field: Field) => fieldText(now, field, now.per, language);
  const { per } = now;
  return fill(per === null ? words.sentence : words.sentencePer, {
    piece: per === null ? "" : words.per[per],
    bits: said("bits"),
    nats: said("nats"),
    bans: said("bans"),
    perplexity: said("perplexity"),
  });
}

/** What is remarkable about the amount: what it is beyond, or what the whole text costs. */
export function remarkOf(now: Amount, words: UnitsWords, language: Language): string {
  const { value, per } = now;
  if (value === Infinity) return words.infinite;
  if ((["bits", "nats", "bans"] as const).some((unit) => beyond(now, unit))) return words.overUnit;
  const perplexity = beyond(now, "perplexity");
  if (perplexity) return perplexity === "over" ? words.over : `${words.negative} ${words.under}`;
  if (natsOf(now) < 0) return words.negative;
  if (per === null) return "";
  const bits = read(now, "bits") * now.counts[per];
  return fill(words.bill, {
    bits: formatAmount(bits, language, 5),
    bytes: formatAmount(bits / 8, language, 4),
  });
}
