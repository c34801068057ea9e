import { besideCandidate } from "@surprisal/core";
import { type QuirkTotal, type ScoreDiff, toJson, tokenCard, unsaidByScores } from "@surprisal/data";
import { type ReportedCandidate, reportPage } from "@surprisal/data/report";
import type { KeptScores } from "../outputs/scoreDiff.ts";
import { UsageError } from "../usage.ts";
import { commandLine } from "./commandLine.ts";
import { listedAlternatives } from "./keptAlternatives.ts";
import type { ReportOptions } from "./reportOptions.ts";

/** The report of a comparison of scores, with what was kept of it. */
export async function scoreDiffPage(
  result: ScoreDiff,
  { candidates, lessSurprised }: KeptScores,
  { report, language }: ReportOptions,
): Promise<string> {
  const other = result.candidates.find(({ by }) => by === "bytes");
  if (other)
    throw new UsageError(
      `--report is ${report}, expected of the same tokens: ${other.file} cuts the text otherwise`,
    );
  const { base, unit } = result;
  const quirksOf = (of: string, quirks: readonly QuirkTotal[]) => quirks.map((quirk) => ({ of, ...quirk }));
  return reportPage({
    ...{ language, unit, name: base, command: commandLine(), json: `${toJson(result)}\n` },
    card: result.card ?? { ...tokenCard, tokensScored: 0 },
    quirks: [
      ...quirksOf(base, result.quirks),
      ...result.candidates.flatMap(({ file, quirks }) => quirksOf(file, quirks)),
    ],
    candidates: candidates.map(reportedOf),
    ...(lessSurprised && { lessSurprised }),
  });
}

function reportedOf(found: KeptScores["candidates"][number]): ReportedCandidate {
  const { file, base, candidate, scored, top1Agreement, listed, perplexityBounds } = found;
  const tokens = besideCandidate(base.table(), candidate.table());
  const compared = scored?.tokens ?? 0;
  return {
    name: file,
    comparison: {
      ...{
        rows: tokens.tokens,
        compared,
        scored: compared,
        buckets: [],
        faults: { base: [], candidate: [] },
      },
      ...(scored && { scoredTokens: scored }),
      ...(top1Agreement && { top1Agreement }),
    },
    tokens,
    alternatives: listedAlternatives(tokens, base.first, candidate.first),
    ...(listed && { listed }),
    ...(perplexityBounds && { perplexityBounds }),
    unsaid: unsaidByScores,
  };
}
