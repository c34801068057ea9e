import { type ByteDiff, type ScoreDiff, sourceName, type TokenDiff } from "@surprisal/data";
import { counted, written } from "../number.ts";
import { boundTable, boundWords, tokensOf } from "./boundTable.ts";
import { cardParts, unsaidNotes } from "./comparability.ts";
import { estimateTable } from "./estimateTable.ts";
import { fewNotes } from "./fewNotes.ts";
import { meanRow, meanTitles, scoredRows, scoredSpread } from "./meanRows.ts";
import { methodText } from "./methodText.ts";
import { surpriseTables } from "./pairTables.ts";
import { quantileTables } from "./quantileTables.ts";
import { quirkNotes } from "./quirkNotes.ts";
import type { Part } from "./report.ts";
import { withheldNotes, withheldWords } from "./withheldWords.ts";

/** What a person reads of it, in a terminal or as Markdown. */
export function scoreDiffReport(result: ScoreDiff): Part[] {
  const { base, tokens, sequences, lessSurprised, unit, card } = result;
  return [
    {
      words: `P is ${sourceName(base)}, the base: ${counted(String(tokens), "tokens")} in ${counted(String(sequences), "sequences")}.`,
    },
    ...result.candidates.flatMap((candidate) => [
      { heading: `Q is ${sourceName(candidate.file)}` },
      ...(candidate.by === "tokens" ? ofTokens(candidate, result) : ofBytes(candidate, result)),
      ...[
        ...quirkNotes(result.quirks, " of P"),
        ...quirkNotes(candidate.quirks, " of Q"),
        ...withheldNotes(result.withheld, result.tokens, " of P"),
        ...withheldNotes(candidate.withheld, result.tokens, " of Q"),
        ...unsaidNotes(candidate.unsaid),
      ].map((note) => ({ words: `Note: ${note}` })),
    ]),
    ...(lessSurprised ? surpriseTables(lessSurprised, "token", unit, "tokens") : []),
    ...(card ? cardParts(card) : []),
  ];
}

function ofTokens(
  { scored, top1Agreement, listed, perplexityBounds: perplexities }: TokenDiff,
  { tokens, unit, floor }: ScoreDiff,
): Part[] {
  const sure = scored?.basePerplexity ?? listed?.jensenShannon.lower;
  const rows = [...meanRow("same likeliest token", top1Agreement), ...scoredRows(scored, unit)];
  return [
    ...(rows.length > 0 ? [{ titles: meanTitles, rows }] : []),
    ...(perplexities
      ? [
          boundTable([
            ...(perplexities.base ? [["perplexity of P", perplexities.base, "outcomes"] as const] : []),
            ...(perplexities.candidate
              ? [["perplexity of Q", perplexities.candidate, "outcomes"] as const]
              : []),
            ...(perplexities.ratio ? [["Q's over P's", perplexities.ratio, ""] as const] : []),
            ...(perplexities.difference
              ? [["Q's less P's", perplexities.difference, "outcomes"] as const]
              : []),
          ]),
          { words: withheldWords(floor) },
        ]
      : []),
    ...(listed
      ? [
          boundTable([
            ["D(P‖Q)", listed.forwardKl, unit],
            ["D(Q‖P)", listed.reverseKl, unit],
            ["Jensen–Shannon", listed.jensenShannon, unit],
            ["total variation", listed.totalVariation, ""],
            ["Hellinger distance", listed.hellinger, ""],
          ]),
        ]
      : []),
    ...quantileTables([scoredSpread(scored)], "tokens"),
    ...(sure
      ? [
          {
            words: methodText(sure, {
              rates: top1Agreement !== undefined,
              ...(scored && { woodruff: "quantiles" }),
            }),
          },
        ]
      : [{ words: "Note: no token is scored by both, and none has lists of both" }]),
    ...fewNotes(
      [scored?.basePerplexity, scored?.logPerplexityRatio, listed?.jensenShannon.lower],
      scored?.tokens ?? listed?.tokens ?? 0,
    ).map((note) => ({
      words: `Note: ${note}`,
    })),
    ...(listed
      ? [
          boundWords(listed.tokens, tokens, "lists of both"),
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

const verdicts = {
  lower: "Q is less surprised a byte than P.",
  higher: "Q is more surprised a byte than P.",
  "not distinguishable": "Q and P are not distinguishable by their surprise a byte.",
};

function ofBytes(
  { spans, bytes, base, candidate, difference, bounds, verdict }: ByteDiff,
  { unit, floor }: ScoreDiff,
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
    ...(bounds
      ? [
          boundTable(
            [
              ["surprise a byte, P", bounds.base, unit],
              ["surprise a byte, Q", bounds.candidate, unit],
              ["Q's less P's", bounds.difference, unit],
            ],
            `all ${bounds.spans} stretches`,
          ),
          { words: withheldWords(floor, "stretches", "a surprise") },
        ]
      : []),
    ...(difference && verdict
      ? [
          { words: `${bounds ? "By these bounds: " : ""}${verdicts[verdict]}` },
          { words: methodText(difference, { of: "stretches" }) },
        ]
      : [{ words: "Note: no stretch is scored by both" }]),
  ];
}
