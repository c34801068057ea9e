import { tokenResampling, type Unit } from "@surprisal/core";
import { toJson, tokenLines, wholeColumns, wholeDiffAnswer, wholePerplexityAnswer } from "@surprisal/data";
import { wholesPage } from "@surprisal/data/report";
import { shellWord } from "../figure/shellWord.ts";
import type { Language } from "../words/language.ts";
import type { savedOfWholes } from "./savedFiles.ts";
import type { WholesReading } from "./wholesReading.ts";

/** How many documents are named, as on the command line. */
const top = 10;

/** The command that gives the same numbers. */
export function wholesCommand({ scores, candidate }: WholesReading, unit: Unit): string {
  const named = (name: string) => shellWord(/^-/.test(name) ? `./${name}` : name);
  return [
    candidate ? "surprisal diff" : "surprisal perplexity",
    named(scores.source),
    ...(candidate ? [named(candidate.name)] : []),
    ...(unit === "bits" ? [] : [`--unit ${unit}`]),
  ].join(" ");
}

/** What is saved of samples: their report, a row for each document, or the numbers as `--json` prints them. */
export function wholesSaved(
  kind: (typeof savedOfWholes)[number],
  reading: WholesReading,
  { language, unit }: { language: Language; unit: Unit },
): string {
  const { scores, alone, candidate } = reading;
  if (kind === "report")
    return wholesPage({
      ...{ language, unit, name: scores.source, scores },
      ...(candidate ? { candidates: [candidate] } : { alone }),
      ...{ command: wholesCommand(reading, unit), json: jsonOf(reading, unit) },
    });
  if (kind === "json") return jsonOf(reading, unit);
  const columns = wholeColumns(scores.wholes, candidate?.found.candidate, unit);
  return Array.from(tokenLines(columns, scores.wholes.keys(), kind), (line) => `${line}\n`).join("");
}

function jsonOf({ scores, alone, candidate }: WholesReading, unit: Unit): string {
  const { level = Number.NaN } = tokenResampling([]);
  const answer = candidate
    ? wholeDiffAnswer(scores.source, scores, { candidates: [candidate] }, { unit, level, top })
    : wholePerplexityAnswer(scores.source, scores, alone, { unit, top });
  return `${toJson(answer)}\n`;
}
