import type { Language } from "../words/language.ts";
import { formatNumber, type NumberStyle } from "../words/number.ts";

const superscripts: Record<string, string> = Object.fromEntries(
  [..."-0123456789"].map((c, i) => [c, "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"[i]!]),
);

/** A number of any size: plain while its digits say something, else as 3.50·10⁻¹⁸; exactly 0 is 0, and infinity ∞. */
export function formatAmount(value: number, language: Language, style: NumberStyle = {}): string {
  const { digits = 3, sign = false } = style;
  const size = Math.abs(value);
  if (size === 0) return "0";
  if (size === Infinity || (size >= 10 ** -digits && size < 1e6)) return formatNumber(value, language, style);
  const [mantissa = "", exponent = ""] = value.toExponential(2).split("e");
  const power = [...exponent.replace("+", "")].map((c) => superscripts[c]).join("");
  return `${formatNumber(Number(mantissa), language, { digits: 2, sign })}·10${power}`;
}

/** A whole number with its thousands apart. */
export function formatCount(value: number, language: Language): string {
  return new Intl.NumberFormat(language, { useGrouping: "always", maximumFractionDigits: 3 }).format(value);
}

/** A size as people say it: 12.3 MB. */
export function formatBytes(bytes: number, language: Language): string {
  const units = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"];
  const step = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const style = {
    style: "unit",
    unit: units[step]!,
    unitDisplay: step === 0 ? "long" : "short",
    maximumFractionDigits: step === 0 ? 0 : 1,
  } as const;
  return new Intl.NumberFormat(language, style).format(bytes / 1000 ** step);
}

/** A number with all its digits, as one would type it: 0.000001, 1e-12. */
export function formatExactly(value: number, language: Language): string {
  if (value < 1e-9 || value >= 1e15) return String(value);
  return new Intl.NumberFormat(language, { maximumSignificantDigits: 15, useGrouping: false }).format(value);
}

/** A probability in three significant digits: 0.0369, 0.9. */
export function formatProbability(value: number, language: Language): string {
  if (value > 0 && value < 1e-5) return formatAmount(value, language);
  return new Intl.NumberFormat(language, { maximumSignificantDigits: 3 }).format(value);
}
