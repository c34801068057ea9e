import { fill } from "../words/fill.ts";
import type { Language } from "../words/language.ts";
import { formatNumber } from "../words/number.ts";
import { amountIn, nameOfUnit, type Quantity, type Verdict } from "./grade.ts";
import type { QuestionWords } from "./words/en.ts";

/**
 * What is said about an answer.
 *
 * @param feedback What this question says when it is right, and about each of its mistakes.
 */
export function verdictText(
  verdict: Verdict,
  question: Quantity,
  feedback: Readonly<Record<string, string>>,
  words: QuestionWords,
  language: Language,
): string {
  const { decimals } = question;
  const asked = nameOfUnit(question, question.unit);
  switch (verdict.kind) {
    case "right":
      return `${words.right} ${feedback.right}`;
    case "rightInUnit": {
      const value = formatNumber(amountIn(question, question.expected, question.unit), language, {
        digits: decimals,
      });
      return `${fill(words.rightInUnit, { unit: nameOfUnit(question, verdict.unit), value: `${value} ${asked}` })} ${feedback.right}`;
    }
    case "wrongUnit":
      return fill(words.wrongUnit, { unit: nameOfUnit(question, verdict.unit), asked });
    case "wrongBase":
      return fill(words.wrongBase, {
        unit: nameOfUnit(question, verdict.unit),
        asked,
        bases: words.bases[verdict.unit],
      });
    case "mistake":
      return feedback[verdict.name] ?? words.wrong;
    case "close":
      return fill(words.close, { decimals: String(decimals) });
    default:
      return words[verdict.kind];
  }
}
