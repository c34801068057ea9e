import type { Unit } from "@surprisal/core";
import type { Language } from "../words/language.ts";
import { formatNumber, numberFormat } from "../words/number.ts";

export const logOf: Record<Unit, string> = { bits: "log₂", nats: "ln", bans: "log₁₀" };

/** A probability in two decimals where they tell the truth: 0.50, 0.003, 0.9996, and 0 or 1 only if it is exactly that. */
export function formatProbability(value: number, language: Language): string {
  if (value === 0 || value === 1) return String(value);
  const fromEnd = Math.min(value, 1 - value);
  const digits = fromEnd >= 0.01 ? 2 : Math.min(9, Math.ceil(-Math.log10(fromEnd)));
  return formatNumber(value, language, { digits });
}

/** A probability inside a formula: two decimals if it has no more, else enough for the reader's own calculator to agree. */
export function formatFactor(value: number, language: Language): string {
  const inHundredths = Math.abs(value * 100 - Math.round(value * 100)) < 1e-9;
  return inHundredths || value < 0.01 || value > 0.99
    ? formatProbability(value, language)
    : formatNumber(value, language, { digits: 4 });
}

/** A probability with all its digits and no more, as one would type it: 0.5, 0,333333333. */
export function formatExact(value: number, language: Language): string {
  return numberFormat(language, { maximumFractionDigits: 9 }).format(value);
}

/** A probability in four digits that count, 0.125 or 0.0002441; 0 and 1 only if it is exactly that. */
export function formatShort(value: number, language: Language): string {
  const text = numberFormat(language, { maximumSignificantDigits: 4 }).format(value);
  return text === "1" ? formatExact(value, language) : text;
}
