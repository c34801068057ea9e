import type { Unit } from "@surprisal/core";
import type { Language } from "../words/language.ts";
import { formatNumber } from "../words/number.ts";

export const logOf: Record<Unit, string> = { bits: "log₂", nats: "ln", bans: "log₁₀" };

/** A probability in two decimals where they tell the truth: 0.50, 0.003, 0.9996, and 0 or 1 only if it is exactly that. */
export function formatProbability(value: number, language: Language): string {
  if (value === 0 || value === 1) return String(value);
  const fromEnd = Math.min(value, 1 - value);
  const digits = fromEnd >= 0.01 ? 2 : Math.min(9, Math.ceil(-Math.log10(fromEnd)));
  return formatNumber(value, language, { digits });
}

/** A probability with all its digits and no more, as one would type it: 0.5, 0,333333333. */
export function formatExact(value: number, language: Language): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 9 }).format(value);
}
