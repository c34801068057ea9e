import { escapeText } from "../figure/svgText.ts";
import type { Language } from "../words/language.ts";
import { type Formula, toMathML } from "./formula.ts";

/**
 * A formula set in MathML.
 *
 * @param open Gives fractions their full size, for formulas that have a line of their own.
 */
export function setFormula(formula: Formula, language: Language, open = false): string {
  return `<math${open ? ' displaystyle="true"' : ""}>${toMathML(formula, language)}</math>`;
}

/**
 * A sentence as HTML: its gaps filled with formulas, and the measures and distributions it names set as formulas are.
 *
 * @param text With gaps `{name}`; every gap has its formula.
 */
export function setText(text: string, gaps: Readonly<Record<string, Formula>>, language: Language): string {
  return text.replace(
    /\{(\w+)\}|[DH]\([PQT](?:[‖,][PQT])?\)|\b[PQT]\b|[&<>]/g,
    (found: string, gap?: string) => {
      if (gap) return setGap(gaps[gap]!, language);
      return /[PQT]/.test(found) ? setFormula(found, language) : escapeText(found);
    },
  );
}

// A number or a word alone needs no formula: it stands in the letters of its sentence.
function setGap(formula: Formula, language: Language): string {
  if (typeof formula === "string") return escapeText(formula);
  return typeof formula === "number"
    ? toMathML(formula, language).replaceAll(/<\/?mn>/g, "")
    : setFormula(formula, language);
}
