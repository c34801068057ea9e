import { fill } from "../../words/fill.ts";
import type { Language } from "../../words/language.ts";
import { formatNumber } from "../../words/number.ts";
import type { Bell, Fit, Optima } from "./model.ts";
import type { FitWords } from "./words/en.ts";

/** What the figure has to say about where Q stands. */
export function verdictOf(fit: Fit, optima: Optima | undefined, words: FitWords, language: Language): string {
  if (!optima) return "";
  const { verdict } = words;
  const { q, alpha, left, right } = fit;
  const within =
    Math.min(Math.abs(q.mean - left.mean) / left.sd, Math.abs(q.mean - right.mean) / right.sd) < 0.5;
  if (alpha !== null && alpha > 0 && alpha < 1) {
    const sentence = within && q.sd < right.mean - left.mean ? verdict.alphaSeeks : verdict.alphaCovers;
    return fill(sentence, { alpha: formatNumber(alpha, language, { digits: 2 }) });
  }
  if (isAt(q, optima.forward)) return verdict.covering;
  const found = optima.reverse.find((optimum) => isAt(q, optimum));
  if (!found) return "";
  return found.reverse - optima.reverse[0]!.reverse < 1e-9 ? verdict.seeking : verdict.local;
}

// As near as a hand can put it, whose steps are hundredths.
function isAt(q: Bell, optimum: Bell): boolean {
  return Math.abs(q.mean - optimum.mean) <= 0.006 && Math.abs(q.sd - optimum.sd) <= 0.006;
}
