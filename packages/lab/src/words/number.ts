import type { Language } from "./language.ts";

/** How a number is written: digits after the decimal mark, and whether a plus sign is shown. */
export type NumberStyle = { digits?: number; sign?: boolean };

/**
 * A number as a reader of the language writes it: a decimal comma in Spanish, a true minus sign, ∞ for infinity, and no
 * sign on what rounds to zero.
 */
export function formatNumber(
  value: number,
  language: Language,
  { digits = 3, sign = false }: NumberStyle = {},
): string {
  const text = numberFormat(language, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(Math.abs(value));
  const isZero = !/[1-9∞]/.test(text);
  const mark = isZero ? "" : value < 0 ? "−" : sign ? "+" : "";
  return mark + text;
}

const formatters = new Map<string, Intl.NumberFormat>();

/** A formatter, made once: to make one takes as long as to write fifty numbers. */
export function numberFormat(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = language + JSON.stringify(options);
  const formatter = formatters.get(key) ?? new Intl.NumberFormat(language, options);
  formatters.set(key, formatter);
  return formatter;
}
