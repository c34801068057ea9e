import { fill } from "../words/fill.ts";
import type { Language } from "../words/language.ts";
import type { Problem, SideAnswer } from "./answer.ts";
import { formatCount } from "./format.ts";
import { isEmpty, type Pane } from "./model.ts";
import { problemText } from "./problem.ts";
import type { WorkbenchWords } from "./words/en.ts";

type Known = {
  pane: Pane;
  answer: SideAnswer | undefined;
  problem: Problem | undefined;
  titles: readonly string[] | undefined;
};

/** What a pane says below its contents: what is wrong with them, what they still lack, or how they were understood. */
export function paneStatus(
  { pane, answer, problem, titles }: Known,
  words: WorkbenchWords,
  language: Language,
): string {
  if (problem) return problemText(problem, words, language);
  const waiting = pane.file !== undefined && pane.as === "column" && pane.column === undefined;
  if (waiting) return titles ? words.columnFirst : "";
  if (!pane.file && pane.lost && isEmpty(pane)) return words.lost[pane.lost];
  return answer ? understood(answer, words, language) : "";
}

function understood(answer: SideAnswer, words: WorkbenchWords, language: Language): string {
  const outcomes = formatCount(answer.outcomes, language);
  const total = answer.total === undefined ? "" : formatCount(answer.total, language);
  const one = answer.outcomes === 1;
  const said = total
    ? fill(one ? words.countedOne : words.counted, { outcomes, total })
    : fill(one ? words.understoodOne : words.understood, { outcomes });
  const notes = answer.notes.map(({ count, total }) =>
    fill(words.emptyCells, { count: formatCount(count, language), total: formatCount(total, language) }),
  );
  return [`${said}.`, ...notes].join(" ");
}
