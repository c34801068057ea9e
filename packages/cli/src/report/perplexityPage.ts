import { type TokenTable, tokenTable } from "@surprisal/core";
import { type ModelPerplexity, toJson, tokenSequences } from "@surprisal/data";
import { type Alternatives, reportPage } from "@surprisal/data/report";
import type { KeptPerplexity } from "../outputs/modelPerplexity.ts";
import { openOutput } from "../outputs/outputNamed.ts";
import { commandLine } from "./commandLine.ts";
import { listedAlternatives, rowAlternatives } from "./keptAlternatives.ts";
import { ReportedScores } from "./reportedScores.ts";
import type { ReportOptions } from "./reportOptions.ts";

/** The report of a perplexity, with what was kept of it. */
export async function perplexityPage(
  result: ModelPerplexity,
  { statistics, outcomes, rows }: KeptPerplexity,
  { language }: ReportOptions,
): Promise<string> {
  const { file, format, unit, card, quirks, targets } = result;
  return reportPage({
    ...{ language, unit, name: file, card, quirks, statistics: statistics! },
    ...(rows?.doubtful && { doubtful: rows.doubtful }),
    ...(outcomes && { outcomes }),
    ...(targets !== undefined && { targetsFrom: targets }),
    ...(format === "llama.cpp base" && { coded: [file] }),
    ...(result.narrowed && { narrowed: [file] }),
    ...{ command: commandLine(), json: `${toJson(result)}\n` },
    ...(rows ? await ofRows(rows) : await ofScores(file)),
  });
}

interface Text {
  tokens: TokenTable;
  alternatives: ReadonlyMap<number, Alternatives>;
}

async function ofRows({
  measures,
  place,
  sequence,
  targets,
  vocabulary,
}: NonNullable<KeptPerplexity["rows"]>): Promise<Text> {
  const tokens = tokenTable(measures, {
    sequence,
    ...(targets && { targets }),
    ...(vocabulary && { textOf: vocabulary.textOf }),
  });
  return { tokens, alternatives: await rowAlternatives(tokens, { p: place }, vocabulary) };
}

/** The file is read once more: of a text, only its scores were needed so far. */
async function ofScores(file: string): Promise<Text> {
  const { output } = await openOutput(file);
  try {
    const scores = new ReportedScores();
    if (output.kind === "scores")
      for await (const sequence of tokenSequences(file, output)) scores.add(sequence);
    const tokens = scores.table();
    return { tokens, alternatives: listedAlternatives(tokens, scores.first) };
  } finally {
    await output.close();
  }
}
