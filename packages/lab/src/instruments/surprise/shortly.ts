import { formatExact } from "../../figure/format.ts";
import type { Language } from "../../words/language.ts";

/** A probability in four digits that count, 0.125 or 0.0002441; 0 and 1 only if it is exactly that. */
export function shortly(p: number, language: Language): string {
  const text = new Intl.NumberFormat(language, { maximumSignificantDigits: 4 }).format(p);
  return text === "1" ? formatExact(p, language) : text;
}
