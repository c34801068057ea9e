import { addQuirks, type ModelOutput, type QuirkCode, type QuirkTotal, quirkMeanings } from "@surprisal/data";
import type { Page } from "../page.ts";
import { type Cell, table } from "../table.ts";
import { wrapped } from "../wrapped.ts";

/** What is said of a file of log-probabilities. */
export interface Scores {
  kind: "scores";
  /** How often each kind of record is written. */
  formats: Record<string, number>;
  models: string[];
  unit: string;
  sequences: number;
  scores: number;
  /** Those whose log-probability is known. */
  scored: number;
  /** The most alternatives listed beside one token. */
  alternatives: number;
  quirks: QuirkTotal[];
}

export async function inspectScores(output: Extract<ModelOutput, { kind: "scores" }>): Promise<Scores> {
  const formats: Record<string, number> = {};
  const models = new Set<string>();
  const units = new Set<string>();
  const quirks = new Map<QuirkCode, QuirkTotal>();
  let [sequences, count, scored, alternatives] = [0, 0, 0, 0];
  for await (const sequence of output.sequences()) {
    const { format, model, unit, scores } = sequence;
    sequences++;
    formats[format] = (formats[format] ?? 0) + 1;
    if (model !== undefined) models.add(model);
    units.add(unit);
    count += scores.length;
    for (const { logProbability, top } of scores) {
      if (logProbability !== undefined) scored++;
      alternatives = Math.max(alternatives, top.length);
    }
    addQuirks(quirks, sequence);
  }
  const unit = units.size === 1 ? `${[...units][0]}s` : "scores";
  return {
    kind: "scores",
    ...{ formats, models: [...models], unit, sequences, scores: count, scored, alternatives },
    quirks: [...quirks.values()],
  };
}

function useOfWholes(unit: string): string {
  const rates = unit === "continuations" ? ", and how often what is right is the likeliest" : "";
  return `Scored whole, so that their tokens are not known: surprisal perplexity says the surprise a byte${rates}; surprisal diff, by document, what another model makes of the same.`;
}

export function showScores(result: Scores & { file: string }, page: Page): string[] {
  const { file, formats, models, unit, sequences, scores, scored, alternatives, quirks } = result;
  const written = Object.keys(formats).map((format) =>
    format === "plain" ? "in the plain form" : `of ${format}`,
  );
  const facts: Cell[][] = [
    ["sequences", { number: String(sequences) }],
    [unit, { number: String(scores) }],
    ["scored", { number: String(scored) }],
    ["alternatives", { number: String(alternatives) }, { words: "at most, listed beside a token" }],
  ];
  const peculiar = quirks.map(({ code, count, decimals, first }): Cell[] => [
    { number: String(count) },
    {
      words:
        decimals === undefined
          ? quirkMeanings[code]
          : `${quirkMeanings[code]} to ${decimals} ${decimals === 1 ? "decimal" : "decimals"}`,
    },
    { words: `${first.sequence} [${first.index}]` },
  ]);
  const isWhole = unit === "documents" || unit === "continuations";
  return [
    ...wrapped(`${file}: log-probabilities ${written.join(" and ")}`, page.width),
    ...(models.length === 0 ? [] : wrapped(`From ${models.join(", ")}`, page.width)),
    ...table(facts, page),
    ...(isWhole ? ["", ...wrapped(useOfWholes(unit), page.width)] : []),
    ...(peculiar.length === 0
      ? []
      : [
          "",
          ...table(
            [[{ title: unit }, { title: "that are peculiar" }, { title: "first in" }], ...peculiar],
            page,
          ),
        ]),
  ];
}
