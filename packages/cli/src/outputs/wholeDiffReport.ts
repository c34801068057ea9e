import { type PairedMeans, sourceName, type WholeCandidate, type WholeDiff } from "@surprisal/data";
import { counted, written } from "../number.ts";
import { interval } from "./estimateTable.ts";
import { fewNotes } from "./fewNotes.ts";
import { methodText } from "./methodText.ts";
import { surpriseTables } from "./pairTables.ts";
import type { Part } from "./report.ts";
import { impossibleNotes, scoredWhole, unsaidBySamples, wholeName } from "./wholePerplexityReport.ts";

/** What a person reads of it, in a terminal or as Markdown. */
export function wholeDiffReport(result: WholeDiff): Part[] {
  const { base, lessSurprised, unit } = result;
  return [
    { words: `P is ${sourceName(base)}, the base: ${scoredWhole(result)}.` },
    ...result.candidates.flatMap((candidate) => [
      { heading: `Q is ${sourceName(candidate.file)}` },
      ...ofCandidate(candidate, result),
    ]),
    ...(lessSurprised ? surpriseTables(lessSurprised, wholeName(result), unit, "documents") : []),
  ];
}

function ofCandidate(candidate: WholeCandidate, result: WholeDiff): Part[] {
  const { documents, unit } = result;
  const { surprise, surprisePerByte, right, furthest, otherPrompts, impossible } = candidate;
  const rows = [
    ...comparedRow("surprise a byte", surprisePerByte, unit),
    ...comparedRow(`surprise a ${wholeName(result)}`, surprise, unit),
    ...comparedRow("acc", right, ""),
  ];
  const sure = (surprise ?? right)?.difference;
  return [
    ...(rows.length > 0
      ? [{ titles: ["", "#P", "#Q", "#Q's less P's", "", "interval", "so that"], rows }]
      : []),
    ...(furthest.length > 0
      ? [
          {
            titles: ["", `differ most in surprise, ${unit}`, "#P", "#Q", "#Q's less P's"],
            rows: furthest.map(({ id, text, base, candidate, difference }) => [
              id,
              beginningOf(text),
              ...[base, candidate, difference].map((value) => written(value, 5)),
            ]),
          },
        ]
      : []),
    ...(sure ? [{ words: methodText(sure, { rateChanges: right !== undefined, of: "documents" }) }] : []),
    ...[
      ...impossibleNotes(impossible.base, "P"),
      ...impossibleNotes(impossible.candidate, "Q"),
      ...fewNotes([sure], documents, "documents"),
      ...promptNotes(otherPrompts),
      assumedNote,
    ].map((note) => ({ words: `Note: ${note}` })),
  ];
}

/** Where they differ, as far as the files say it. */
export function promptNotes(otherPrompts: number): string[] {
  if (otherPrompts === 0) return [];
  const some = counted(String(otherPrompts), "documents");
  return [`the prompts of the two differ in ${some}: they are compared with their prompts`];
}

export const assumedNote = `taken to be the same, as samples do not say it: ${unsaidBySamples}`;

const verdicts = {
  lower: "Q's is lower",
  higher: "Q's is higher",
  "not distinguishable": "not distinguishable",
};

const shownLength = 32;

function beginningOf(text: string): string {
  const beginning = Array.from(text.slice(0, 2 * shownLength))
    .slice(0, shownLength)
    .join("");
  return JSON.stringify(beginning === text ? text : `${beginning}…`);
}

function comparedRow(name: string, means: PairedMeans | undefined, unit: string): string[][] {
  if (!means) return [];
  const { base, candidate, difference, verdict } = means;
  const [p, q, less] = [base, candidate, difference].map(({ value }) => written(value, 5));
  return [[name, p!, q!, less!, unit, interval(difference), verdicts[verdict]]];
}
