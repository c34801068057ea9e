import { toJson, type WholeDiff, type WholePerplexity } from "@surprisal/data";
import { wholesPage } from "@surprisal/data/report";
import type { KeptWholePairs } from "../outputs/wholeDiff.ts";
import type { KeptWholes } from "../outputs/wholePerplexity.ts";
import { commandLine } from "./commandLine.ts";
import type { ReportOptions } from "./reportOptions.ts";

/** The report of samples of one model, with what was kept of it. */
export function wholePerplexityPage(
  result: WholePerplexity,
  { scores, found }: KeptWholes,
  { language }: ReportOptions,
): string {
  return wholesPage({
    ...{ language, unit: result.unit, name: result.file, scores: scores!, alone: found! },
    ...{ command: commandLine(), json: `${toJson(result)}\n` },
  });
}

/** The same of a comparison. */
export function wholeDiffPage(
  result: WholeDiff,
  { base, candidates, lessSurprised }: KeptWholePairs,
  { language }: ReportOptions,
): string {
  return wholesPage({
    ...{ language, unit: result.unit, name: result.base, scores: base!, candidates },
    ...(lessSurprised && { lessSurprised }),
    ...{ command: commandLine(), json: `${toJson(result)}\n` },
  });
}
