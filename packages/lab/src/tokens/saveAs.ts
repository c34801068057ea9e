import type { Unit } from "@surprisal/core";
import { tokenColumns, tokenLines } from "@surprisal/data";
import {
  type Alternatives,
  alternativeLines,
  keptRows,
  type PossibleToken,
  reportPage,
} from "@surprisal/data/report";
import { download } from "../figure/saveFile.ts";
import type { Language } from "../words/language.ts";
import { jsonOf } from "./answerOf.ts";
import type { Alternative, Reading } from "./question.ts";
import { type SavedKind, savedFiles } from "./savedFiles.ts";

/** What is said beside the numbers that are saved. */
interface About {
  readonly language: Language;
  readonly unit: Unit;
  /** What gives the same numbers, if there is any. */
  readonly command: string | undefined;
  /** What the file of the vocabulary is called, if one was given. */
  readonly vocabulary?: string | undefined;
  readonly alternativesAt: (row: number) => Promise<readonly Alternative[]>;
}

/**
 * Hands a reading to the reader as a file.
 *
 * @returns Of how many of its tokens the file is; that of what could have come keeps it of some alone, where a text is long.
 */
export async function saveAs(kind: SavedKind, reading: Reading, about: About): Promise<number> {
  const { ending, type } = savedFiles[kind];
  download(`${savedName(reading)}.${ending}`, new Blob(await partsOf(kind, reading, about), { type }));
  return kind === "alternatives" ? keptRows(reading.table).length : reading.table.tokens;
}

/** By the models, without the endings of their files. */
function savedName({ p, q }: Reading): string {
  const models = [p, ...(q ? [q] : [])].map(({ name }) => name.replace(/\.[^.]+$/, ""));
  return ["tokens", ...models].join("-");
}

/** In parts, as several million tokens are longer than a string may be. */
async function partsOf(kind: SavedKind, reading: Reading, about: About): Promise<string[]> {
  if (kind === "report") return [await reportOf(reading, about)];
  if (kind === "json") return [jsonOf(reading, about)];
  const { table } = reading;
  const lines =
    kind === "alternatives"
      ? alternativeLines(table, await keptAlternatives(reading, about), about.unit)
      : tokenLines(tokenColumns(table, about.unit), table.position.keys(), kind);
  return Array.from(lines, (line) => `${line}\n`);
}

async function reportOf(reading: Reading, about: About): Promise<string> {
  const {
    table,
    p,
    q,
    comparison,
    listed,
    perplexityBounds,
    byBytes,
    carriers,
    coded,
    narrowed,
    targetsFrom,
    doubtful,
    unsaid,
  } = reading;
  const { language, unit, command } = about;
  const alternatives = await keptAlternatives(reading, about);
  const quirks = [p, ...(q ? [q] : [])].flatMap(({ name, quirks }) =>
    quirks.map((quirk) => ({ ...(q && { of: name }), ...quirk })),
  );
  const common = {
    ...{ language, unit, name: p.name, card: p.card, quirks },
    ...{ coded, narrowed },
    json: jsonOf(reading, about),
    ...(targetsFrom !== undefined && { targetsFrom }),
    ...(doubtful && { doubtful }),
    ...(command !== undefined && { command }),
  };
  if (q && !comparison) {
    const candidate = { name: q.name, byBytes, tokens: table, alternatives, card: q.card };
    return reportPage({ ...common, candidates: [{ ...candidate, ...(unsaid && { unsaid }) }] });
  }
  if (!q || !comparison)
    return reportPage({
      ...{ ...common, statistics: p.statistics, tokens: table, alternatives },
      ...(p.outcomes && { outcomes: p.outcomes }),
    });
  const candidate = {
    ...{ name: q.name, comparison, tokens: table, alternatives },
    ...(carriers && { carriers }),
    ...(listed && { listed }),
    ...(perplexityBounds && { perplexityBounds }),
    ...(unsaid && { unsaid }),
  };
  return reportPage({ ...common, candidates: [candidate] });
}

/** What could have come, where a report keeps it: at every token of a short text. */
async function keptAlternatives({ table }: Reading, about: About): Promise<Map<number, Alternatives>> {
  const kept = new Map<number, Alternatives>();
  for (const row of keptRows(table)) kept.set(row, byModel(await about.alternativesAt(row)));
  return kept;
}

/** The tokens that could have come at a place, as each model has them, likeliest first. */
function byModel(found: readonly Alternative[]): Alternatives {
  const of = (model: "p" | "q"): PossibleToken[] =>
    found
      .flatMap(({ text, id, [model]: probability }) =>
        probability === undefined
          ? []
          : [{ ...(id === undefined ? { text } : { id }), logProbability: Math.log(probability) }],
      )
      .sort((one, other) => other.logProbability - one.logProbability);
  const q = of("q");
  return { p: of("p"), ...(q.length > 0 && { q }) };
}
