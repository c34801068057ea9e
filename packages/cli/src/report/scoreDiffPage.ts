import { besideCandidate, type ComparabilityCard } from "@surprisal/core";
import { byteCard, type QuirkTotal, type ScoreDiff, toJson, unsaidByScores } from "@surprisal/data";
import { type ReportedByBytes, type ReportedCandidate, reportPage } from "@surprisal/data/report";
import type { KeptScores } from "../outputs/scoreDiff.ts";
import { commandLine } from "./commandLine.ts";
import { listedAlternatives } from "./keptAlternatives.ts";
import type { ReportedScores } from "./reportedScores.ts";
import type { ReportOptions } from "./reportOptions.ts";

/** The report of a comparison of scores, with what was kept of it. */
export async function scoreDiffPage(
  result: ScoreDiff,
  { candidates, lessSurprised, text }: KeptScores,
  { language }: ReportOptions,
): Promise<string> {
  const { base, unit } = result;
  const cardOf = (scores: ReportedScores | undefined): ComparabilityCard => ({
    ...{ ...byteCard, ...text },
    tokensScored: scores?.table().p.surprise?.filter((nats) => !Number.isNaN(nats)).length ?? 0,
  });
  const quirksOf = (of: string, quirks: readonly QuirkTotal[]) => quirks.map((quirk) => ({ of, ...quirk }));
  return reportPage({
    ...{ language, unit, name: base, command: commandLine(), json: `${toJson(result)}\n` },
    card: result.card ?? cardOf(candidates[0]?.base),
    quirks: [
      ...quirksOf(base, result.quirks),
      ...result.candidates.flatMap(({ file, quirks }) => quirksOf(file, quirks)),
    ],
    candidates: candidates.map((found) =>
      "byBytes" in found ? byBytesOf(found, cardOf(found.candidate)) : reportedOf(found),
    ),
    ...(lessSurprised && { lessSurprised }),
  });
}

type Kept = KeptScores["candidates"][number];

function byBytesOf(
  { file, base, byBytes }: Extract<Kept, { byBytes: unknown }>,
  card: ComparabilityCard,
): ReportedByBytes {
  const tokens = base.table();
  const alternatives = listedAlternatives(tokens, base.first);
  return { ...{ name: file, byBytes, tokens, alternatives, card }, unsaid: unsaidByScores };
}

function reportedOf(found: Exclude<Kept, { byBytes: unknown }>): ReportedCandidate {
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
