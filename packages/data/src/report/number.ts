import type { ReportLanguage } from "./words/language.ts";

const formatters = new Map<string, Intl.NumberFormat>();

function formatter(language: ReportLanguage, digits: number): Intl.NumberFormat {
  const key = `${language} ${digits}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(language, { maximumSignificantDigits: digits });
  formatters.set(key, made);
  return made;
}

const raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** As many as a double has in any case. */
const allDigits = 15;

/** A number of so many digits that count, of a whole number all unless said, as a reader of the language writes it; powers of ten where it is far from 1, ∞ and a true minus sign. */
export function numberText(value: number, language: ReportLanguage, digits?: number): string {
  if (digits === undefined && Number.isSafeInteger(value) && value > 0)
    return formatter(language, allDigits).format(value);
  return roundedText(value, language, digits ?? 4);
}

function roundedText(value: number, language: ReportLanguage, digits: number): string {
  if (Number.isNaN(value)) return "–";
  const size = Math.abs(value);
  const sign = value < 0 ? "−" : "";
  if (size === Infinity) return `${sign}∞`;
  if (size === 0 || (size >= 1e-4 && size < 1e7)) return sign + formatter(language, digits).format(size);
  const [mantissa, exponent] = size.toExponential(digits - 1).split("e") as [string, string];
  return `${sign}${formatter(language, digits).format(Number(mantissa))}·10${raisedText(Number(exponent))}`;
}

/** 10⁻³ */
export function powerOfTen(exponent: number): string {
  return `10${raisedText(exponent)}`;
}

function raisedText(exponent: number): string {
  const digits = String(Math.abs(exponent)).replace(/\d/g, (digit) => raised[Number(digit)]!);
  return `${exponent < 0 ? "⁻" : ""}${digits}`;
}

/** A share as a percentage of so many digits that count. */
export function percentText(share: number, language: ReportLanguage, digits = 4): string {
  return `${numberText(100 * share, language, digits)} %`;
}
