import { type BoundedMean, fewUnits, type ListedComparison, type Unit } from "@surprisal/core";
import { counted, written } from "../number.ts";
import { cardParts, unsaidByScores, unsaidNotes } from "./comparability.ts";
import { estimateTable } from "./estimateTable.ts";
import { methodText } from "./methodText.ts";
import { pairTables } from "./pairTables.ts";
import { quirkNotes } from "./quirkNotes.ts";
import type { Part } from "./report.ts";
import type { ByteDiff, ScoreDiff, TokenDiff } from "./scoreDiff.ts";
import { meanRow, scoredRows, spreadTitles } from "./spreadRows.ts";

/** What a person reads of it, in a terminal or as Markdown. */
export function scoreDiffReport(result: ScoreDiff): Part[] {
  const { base, tokens, sequences, lessSurprised, unit, card } = result;
  return [
    {
      words: `P is ${base}, the base: ${counted(String(tokens), "tokens")} in ${counted(String(sequences), "sequences")}.`,
    },
    ...result.candidates.flatMap((candidate) => [
      { heading: `Q is ${candidate.file}` },
      ...(candidate.by === "tokens" ? ofTokens(candidate, result) : ofBytes(candidate, result)),
      ...[
        ...quirkNotes(result.quirks, " of P"),
        ...quirkNotes(candidate.quirks, " of Q"),
        ...unsaidNotes(unsaidByScores),
      ].map((note) => ({ words: `Note: ${note}` })),
    ]),
    ...(lessSurprised
      ? pairTables(lessSurprised, {
          heading: "Candidates, the least surprised first",
          ...{ measure: "surprise a token", unit, on: "tokens" },
          verdicts: {
            better: "is less surprised than",
            worse: "is more surprised than",
            "not distinguishable": "is not distinguishable from",
          },
        })
      : []),
    ...(card ? cardParts(card) : []),
  ];
}

function ofTokens({ scored, top1Agreement, listed }: TokenDiff, { tokens, unit, floor }: ScoreDiff): Part[] {
  const sure = scored?.basePerplexity ?? listed?.jensenShannon.lower;
  const worth = scored && Math.min(scored.tokens, scored.basePerplexity.effectiveSampleSize);
  const rows = [...meanRow("same likeliest token", top1Agreement), ...scoredRows(scored, unit)];
  return [
    ...(rows.length > 0 ? [{ titles: spreadTitles, rows }] : []),
    ...(listed ? [boundTable(listed, unit)] : []),
    ...(sure
      ? [{ words: methodText(sure, { rates: top1Agreement !== undefined, medians: false }) }]
      : [{ words: "Note: no token is scored by both, and none has lists of both" }]),
    ...(worth !== undefined && worth < fewUnits
      ? [{ words: `Note: intervals from fewer than ${fewUnits} independent tokens are too short` }]
      : []),
    ...(listed
      ? [
          {
            words: `At least and at most hold at ${tokensOf(listed.tokens, tokens)} with lists of both, whatever the outcomes are that are not listed; the interval, from the low end of the one to the high end of the other, says what another text would change.`,
          },
          {
            words:
              floor === undefined
                ? "D has no upper bound unless you assume a probability below which no outcome is: --floor 1e-9."
                : `At most ${written(listed.forwardKl.upper.value, 4)} and ${written(listed.reverseKl.upper.value, 4)} ${unit}, if no outcome is below ${floor}: your assumption, not the files'.`,
          },
        ]
      : [{ words: "Note: without lists of the likeliest tokens, divergences cannot be bounded" }]),
    ...(scored && scored.tokens < tokens
      ? [{ words: `Note: ${tokensOf(scored.tokens, tokens)} are scored by both` }]
      : []),
  ];
}

function tokensOf(some: number, all: number): string {
  return `${some === all ? "all" : `${some} of`} ${counted(String(all), "tokens")}`;
}

function boundTable(listed: ListedComparison, unit: Unit): Part {
  const row = (name: string, { lower, upper }: BoundedMean, of: string) => [
    name,
    written(lower.value, 5),
    written(upper.value, 5),
    of,
    lower.resamples === 0 ? "not known" : `${written(lower.low, 5)} to ${written(upper.high, 5)}`,
  ];
  return {
    titles: ["mean over tokens", "#at least", "#at most", "", "interval"],
    rows: [
      row("D(P‖Q)", listed.forwardKl, unit),
      row("D(Q‖P)", listed.reverseKl, unit),
      row("Jensen–Shannon", listed.jensenShannon, unit),
      row("total variation", listed.totalVariation, ""),
      row("Hellinger distance", listed.hellinger, ""),
    ],
  };
}

const verdicts = {
  lower: "Q is less surprised a byte than P.",
  higher: "Q is more surprised a byte than P.",
  "not distinguishable": "Q and P are not distinguishable by their surprise a byte.",
};

function ofBytes(
  { spans, bytes, base, candidate, difference, verdict }: ByteDiff,
  { unit }: ScoreDiff,
): Part[] {
  return [
    {
      words: `The two cut the text into other tokens, and are compared by bytes: ${counted(String(bytes), "bytes")} in ${spans} ${spans === 1 ? "stretch" : "stretches"} between places where both cut.`,
    },
    ...estimateTable(
      [
        ["surprise a byte, P", base, unit],
        ["surprise a byte, Q", candidate, unit],
        ["Q's less P's", difference, unit],
      ],
      "stretches",
    ),
    ...(difference && verdict
      ? [
          { words: verdicts[verdict] },
          { words: methodText(difference, { rates: false, medians: false, of: "stretches" }) },
        ]
      : [{ words: "Note: no stretch is scored by both" }]),
  ];
}
