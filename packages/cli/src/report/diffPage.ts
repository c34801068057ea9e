import { tokenTable } from "@surprisal/core";
import { type ModelDiff, toJson } from "@surprisal/data";
import { type ReportedCandidate, reportPage } from "@surprisal/data/report";
import type { KeptCandidate, KeptDiff } from "../outputs/modelDiff.ts";
import { commandLine } from "./commandLine.ts";
import { rowAlternatives } from "./keptAlternatives.ts";
import type { ReportOptions } from "./reportOptions.ts";

/** The report of a comparison, with what was kept of it. */
export async function diffPage(
  result: ModelDiff,
  { candidates, nearer }: KeptDiff,
  { language }: ReportOptions,
): Promise<string> {
  const [first] = candidates;
  const filesIn = (part: "coded" | "narrowed") => [
    ...new Set(result.candidates.flatMap((candidate) => candidate[part])),
  ];
  const reported: ReportedCandidate[] = [];
  for (const candidate of candidates) reported.push(await reportedOf(candidate));
  return reportPage({
    ...{ language, unit: result.unit, name: result.base },
    ...{ coded: filesIn("coded"), narrowed: filesIn("narrowed") },
    card: { ...first!.base.card, tokensScored: first!.comparison.scored },
    ...(first!.base.doubtful && { doubtful: first!.base.doubtful }),
    ...(result.targets !== undefined && { targetsFrom: result.targets }),
    ...{ command: commandLine(), json: `${toJson(result)}\n` },
    candidates: reported,
    ...(nearer && { nearer }),
  });
}

async function reportedOf(candidate: KeptCandidate): Promise<ReportedCandidate> {
  const { file, base, comparison, sequence, vocabulary, carriers } = candidate;
  const { measures, targets, place, unsaid } = candidate.pairs;
  const tokens = tokenTable(measures, {
    sequence,
    ...(targets && { targets }),
    ...(vocabulary && { textOf: vocabulary.textOf }),
  });
  const alternatives = await rowAlternatives(tokens, { p: base.place, q: place }, vocabulary);
  return { name: file, comparison, tokens, alternatives, carriers, unsaid };
}
