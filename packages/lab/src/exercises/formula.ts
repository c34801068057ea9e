import type { Unit } from "@surprisal/core";
import { formatExact } from "../figure/format.ts";
import type { Language } from "../words/language.ts";

/**
 * A formula as a value: numbers, letters and signs, fractions, logarithms to the base of a unit, and rows of these. It can be set in
 * MathML, and written as text that a calculator reads.
 */
export type Formula =
  | number
  | string
  | { readonly over: Formula; readonly under: Formula }
  | { readonly log: Unit; readonly of: Formula }
  | readonly Formula[];

/** log 1/p, as the book writes a surprise. */
export function surpriseOf(p: number, unit: Unit): Formula {
  return { log: unit, of: { over: 1, under: p } };
}

/** As text: `0.5·log2((0.5)/(0.9))`. */
export function toText(formula: Formula): string {
  if (isRow(formula)) return formula.map(toText).join("");
  if (typeof formula !== "object") return String(formula);
  if ("log" in formula) return `${names[formula.log].join("")}(${toText(formula.of)})`;
  return `(${toText(formula.over)})/(${toText(formula.under)})`;
}

/** As the contents of a `math` element, with the decimal mark of a language. */
export function toMathML(formula: Formula, language: Language): string {
  const set = (part: Formula) => `<mrow>${toMathML(part, language)}</mrow>`;
  if (isRow(formula)) return formula.map((part) => toMathML(part, language)).join("");
  if (typeof formula === "number") return `<mn>${formatExact(formula, language).replace("-", "−")}</mn>`;
  if (typeof formula === "string") return formula.replaceAll(/[\p{L}]+|[^\p{L}]/gu, setSign);
  if ("over" in formula) return `<mfrac>${set(formula.over)}${set(formula.under)}</mfrac>`;
  const [name, base] = names[formula.log];
  const log = base
    ? `<msub><mi class="name">${name}</mi><mn>${base}</mn></msub>`
    : `<mi class="name">${name}</mi>`;
  const needsParentheses = isRow(formula.of);
  const of = toMathML(formula.of, language);
  return `${log}<mo>&#x2061;</mo>${needsParentheses ? `<mo>(</mo>${of}<mo>)</mo>` : `<mspace width="0.17em"/>${of}`}`;
}

const names: Record<Unit, readonly [name: string, base: string]> = {
  bits: ["log", "2"],
  nats: ["ln", ""],
  bans: ["log", "10"],
};

function setSign(sign: string): string {
  if (/^[PQT]$/.test(sign)) return `<mi class="${sign === "P" ? "p" : "q"}">${sign}</mi>`;
  if (sign === "‖") return '<mo lspace="0.18em" rspace="0.18em">‖</mo>';
  return /^\p{L}/u.test(sign) ? `<mi>${sign}</mi>` : `<mo>${sign}</mo>`;
}

function isRow(formula: Formula): formula is readonly Formula[] {
  return Array.isArray(formula);
}
