import { sourceName } from "@surprisal/data";
import { counted, written } from "../number.ts";
import { interval } from "./estimateTable.ts";
import { fewNotes } from "./fewNotes.ts";
import { methodText } from "./methodText.ts";
import { pairTables } from "./pairTables.ts";
import type { Part } from "./report.ts";
import type { PairedMeans, WholeCandidate, WholeDiff } from "./wholeDiff.ts";
import { impossibleNotes, unsaidBySamples } from "./wholePerplexityReport.ts";

/** What a person reads of it, in a terminal or as Markdown. */
export function wholeDiffReport(result: WholeDiff): Part[] {
  const { base, of, hasChoices, documents, lessSurprised, unit } = result;
  const some = counted(String(documents), "documents");
  const scored = of === "documents" ? some : `the ${hasChoices ? "right " : ""}continuations of ${some}`;
  return [
    { words: `P is ${sourceName(base)}, the base: ${scored}, scored whole.` },
    ...result.candidates.flatMap((candidate) => [
      { heading: `Q is ${sourceName(candidate.file)}` },
      ...ofCandidate(candidate, result),
    ]),
    ...(lessSurprised
      ? pairTables(lessSurprised, {
          heading: "Candidates, the least surprised first",
          ...{ measure: `surprise a ${singular(of)}`, unit, on: "documents" },
          verdicts: {
            better: "is less surprised than",
            worse: "is more surprised than",
            "not distinguishable": "is not distinguishable from",
          },
        })
      : []),
  ];
}

function singular(of: WholeDiff["of"]): string {
  return of === "documents" ? "document" : "continuation";
}

function ofCandidate(candidate: WholeCandidate, { of, documents, unit }: WholeDiff): Part[] {
  const { surprise, surprisePerByte, right, furthest, otherPrompts, impossible } = candidate;
  const rows = [
    ...comparedRow("surprise a byte", surprisePerByte, unit),
    ...comparedRow(`surprise a ${singular(of)}`, surprise, unit),
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
    ...(sure ? [{ words: methodText(sure, { rates: false, medians: false, of: "documents" }) }] : []),
    ...[
      ...impossibleNotes(impossible.base, "P"),
      ...impossibleNotes(impossible.candidate, "Q"),
      ...(sure ? fewNotes(sure, documents, "documents") : []),
      ...(otherPrompts > 0
        ? [
            `the prompts of the two differ in ${counted(String(otherPrompts), "documents")}: they are compared with their prompts`,
          ]
        : []),
      `taken to be the same, as samples do not say it: ${unsaidBySamples}`,
    ].map((note) => ({ words: `Note: ${note}` })),
  ];
}

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
