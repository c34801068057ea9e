import { escapeText } from "../figure/svgText.ts";
import type { Language } from "../words/language.ts";
import type { Work } from "./exercise.ts";
import { type Formula, toMathML } from "./formula.ts";

/** How an answer is worked out, as HTML: symbols, then the terms with their numbers, then what they come to. */
export function setWork({ symbols, terms }: Work, result: string, language: Language): string {
  const set = (term: Formula, i: number) => `${i === 0 ? "=" : "+"} ${setFormula(term, language, true)}`;
  const [value, ...unit] = result.split(" ");
  return [
    setFormula(symbols, language),
    ...terms.map((term, i) => `<span class="term">${set(term, i)}</span>`),
    `<span class="term">= <strong>${value}</strong> ${unit.join(" ")}</span>`,
  ].join(" ");
}

// Open formulas have a line of their own, and fractions of full size.
function setFormula(formula: Formula, language: Language, open = false): string {
  return `<math class="set"${open ? ' displaystyle="true"' : ""}>${toMathML(formula, language)}</math>`;
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
