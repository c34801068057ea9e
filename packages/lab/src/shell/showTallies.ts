import { answeredQuestions } from "../questions/progressStore.ts";
import { fill } from "../words/fill.ts";

/** Writes beside each lesson of the index how much of it was answered on this device. */
export function showTallies(): void {
  for (const place of document.querySelectorAll<HTMLElement>(".tally")) {
    const { lesson = "", questions = "", tally = "", complete = "" } = place.dataset;
    const asked = questions.split(" ");
    const answered = answeredQuestions(lesson).filter((id) => asked.includes(id)).length;
    const isComplete = answered === asked.length;
    const [sign, words] = isComplete
      ? ["✓", complete]
      : [
          `${answered}/${asked.length}`,
          fill(tally, { answered: String(answered), total: String(asked.length) }),
        ];
    place.replaceChildren(...(answered > 0 ? [seen(sign), spoken(`, ${words}`)] : []));
  }
}

function seen(text: string): HTMLElement {
  const span = document.createElement("span");
  span.ariaHidden = "true";
  span.textContent = text;
  return span;
}

function spoken(text: string): HTMLElement {
  const span = document.createElement("span");
  span.className = "sr-only";
  span.textContent = text;
  return span;
}
