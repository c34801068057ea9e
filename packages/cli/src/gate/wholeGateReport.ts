import { sourceName } from "@surprisal/data";
import { fewNotes } from "../outputs/fewNotes.ts";
import type { Part } from "../outputs/report.ts";
import { assumedNote, promptNotes } from "../outputs/wholeDiffReport.ts";
import { scoredWhole } from "../outputs/wholePerplexityReport.ts";
import { assertionTable, moreText, outcomeText } from "./assertionTable.ts";
import type { WholeGate } from "./wholeGate.ts";

/** What a person reads of it, in a terminal or as Markdown. */
export function wholeGateReport(result: WholeGate): Part[] {
  const { base, candidate, verdict, assertions, otherPrompts } = result;
  const name = sourceName(base);
  const whose = candidate === undefined ? name : `P is ${name}, the base; Q is ${sourceName(candidate)}`;
  return [
    { words: `${whose}: ${scoredWhole(result)}.` },
    ...assertionTable(
      assertions.map((judged) => ({ judged, toTell: moreText(judged.moreDocuments, "document") })),
    ),
    { words: outcomeText(verdict, assertions) },
    ...[
      ...assertions.flatMap(({ assertion, tooFew, method, documents }) =>
        tooFew
          ? fewNotes([method], documents, "documents").map(
              (note) => `${assertion.text}: ${note} to decide anything`,
            )
          : [],
      ),
      ...(otherPrompts === undefined ? [] : [...promptNotes(otherPrompts), assumedNote]),
    ].map((note) => ({ words: `Note: ${note}` })),
  ];
}
