import type { Language } from "../../words/language.ts";
import { formatNumber } from "../../words/number.ts";

/** A slope in three decimals, or none where it is steep; 0 is said only of what is exactly that. */
export function slopeText(slope: number, language: Language): string {
  if (slope === 0) return "0";
  if (Math.abs(slope) < 5e-4) return slope < 0 ? "≈−0" : "≈0";
  return formatNumber(slope, language, { digits: Math.abs(slope) < 1000 ? 3 : 0 });
}
