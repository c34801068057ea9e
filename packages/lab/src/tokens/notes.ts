import {
  type BoundedMean,
  type ByteComparison,
  fewUnits,
  inUnit,
  type TokenTable,
  type Unit,
} from "@surprisal/core";
import { type DoubtfulAlignment, paddingRows, unnamedAmong } from "@surprisal/data";
import { numberText } from "@surprisal/data/report";
import { fill } from "../words/fill.ts";
import type { Language } from "../words/language.ts";
import { formatCount } from "../workbench/format.ts";
import { intervalText } from "./estimateText.ts";
import type { Reading, Source } from "./question.ts";
import type { TokensWords } from "./words/en.ts";
import { isOfFew, leadingMean } from "./worth.ts";

/** What has to be known of the numbers to trust them rightly. */
export function notesOn(reading: Reading, unit: Unit, words: TokensWords, language: Language): string[] {
  const {
    table,
    p,
    q,
    perplexityBounds,
    byBytes,
    coded,
    narrowed,
    doubtful,
    unsaid = [],
    unused = [],
  } = reading;
  const { notes, quirkMeanings } = words;
  const count = (value: number) => formatCount(value, language);
  const sources = [p, ...(q ? [q] : [])];
  const said = (sentence: string, values: Record<string, string>) => fill(sentence, values);
  const infinite = places(table.forwardKl);
  const padding = paddingRows(table.target);
  const unnamed = unnamedAmong(table);
  // Of rows it is known over how many outcomes they are.
  const isScores = p.vocabulary === undefined;
  return [
    ...(p.statistics.scored === 0 && padding === 0 ? [notes.unscored] : []),
    ...(padding > 0
      ? [said(padding === table.tokens ? notes.allPadding : notes.padding, { count: count(padding) })]
      : []),
    ...unused.map((slot) => notes.unused[slot]),
    ...(doubtful ? [alignment(doubtful)] : []),
    ...(unnamed ? [nameless(unnamed)] : []),
    ...(q && !byBytes && isScores ? [notes.listed] : []),
    ...sources.flatMap(withheld),
    ...(perplexityBounds?.ratio ? [ratio(perplexityBounds.ratio)] : []),
    ...(byBytes ? [] : sources.flatMap(bounded)),
    ...(byBytes ? bytes(byBytes) : []),
    ...(infinite ? [said(notes.infinite, shown(infinite))] : []),
    ...sources.flatMap((source) => [...impossible(source, table, reading), ...faults(source)]),
    ...method(),
    ...coded.map((name) => said(notes.coded, { name })),
    ...narrowed.map((name) => said(notes.narrowed, { name })),
    ...sources.flatMap(({ name, quirks }) =>
      quirks.map(({ code, count: times }) =>
        said(notes.quirk, { name, count: count(times), meaning: quirkMeanings[code] }),
      ),
    ),
    ...(unsaid.length > 0
      ? [said(notes.assumed, { fields: unsaid.map((field) => words.fields[field]).join(", ") })]
      : []),
  ];

  function alignment({ shifted, rows, asked, other }: DoubtfulAlignment): string {
    const amount = (nats: number) => `${numberText(inUnit(nats, unit), language)} ${unit}`;
    const values = { rows: count(rows), asked: amount(asked), other: amount(other) };
    return said(shifted ? notes.shiftedTwice : notes.unshifted, values);
  }

  function nameless({ unnamed, of }: NonNullable<ReturnType<typeof unnamedAmong>>): string {
    return of === 1 ? notes.unnamedOne : said(notes.unnamed, { unnamed: count(unnamed), of: count(of) });
  }

  function withheld({ name, withheld, statistics: { perplexityBounds: found } }: Source): string[] {
    if (!found || withheld === undefined) return [];
    const least = numberText(found.lower.value, language);
    return [said(notes.withheld, { name, count: count(withheld), least })];
  }

  function ratio({ lower, upper }: BoundedMean): string {
    const [least, most] = [lower, upper].map(({ value }) => numberText(value, language));
    return said(notes.ratioBounds, { least: least!, most: most! });
  }

  function bounded({ name, statistics, outcomes }: Source): string[] {
    if (!statistics.entropyBounds) return [];
    if (!outcomes) return [said(notes.entropyOpen, { name })];
    return [said(notes.entropyBounds, { name, count: count(outcomes.count), from: outcomes.from })];
  }

  function bytes({ spans, bytes, one, other, difference, bounds, verdict }: ByteComparison): string[] {
    const amount = (nats: number) => numberText(inUnit(nats, unit), language);
    const compared = said(notes.bytes, {
      ...{
        spans: count(spans),
        bytes: count(bytes),
        p: amount(other.value),
        q: `${amount(one.value)} ${unit}`,
      },
      ...{ difference: amount(difference.value), verdict: notes.verdicts[verdict] },
      interval: intervalText(difference, words, language, (nats) => inUnit(nats, unit)),
    });
    if (!bounds) return [compared];
    const { lower, upper } = bounds.difference;
    const ends = { least: amount(lower.value), most: `${amount(upper.value)} ${unit}` };
    return [compared, said(notes.byteBounds, { ...ends, spans: count(bounds.spans) })];
  }

  function impossible(source: Source, { p, q }: TokenTable, { p: base }: Reading): string[] {
    const found = places((source === base ? p : q)?.surprise);
    return found ? [said(notes.impossible, { name: source.name, ...shown(found) })] : [];
  }

  function faults({ name, statistics }: Source): string[] {
    const [first] = statistics.faults;
    if (!first) return [];
    return [said(notes.faults, { name, count: count(statistics.faults.length), row: count(first.row) })];
  }

  function method(): string[] {
    const found = leadingMean(reading);
    if (!found) return [];
    const { dependence, blockLength, resamples } = found.estimate;
    const drawn = dependence === "clusters" ? "clusters" : blockLength === 1 ? "single" : "blocks";
    const how = said(notes[drawn], { count: count(resamples) });
    return isOfFew(found) ? [how, said(notes.few, { count: count(fewUnits) })] : [how];
  }

  function shown({ first, times }: { first: number; times: number }) {
    return { count: count(times), row: count(first) };
  }
}

/** Where a column is infinite. */
function places(column: ArrayLike<number> | undefined): { first: number; times: number } | undefined {
  let first = -1;
  let times = 0;
  for (let row = 0; row < (column?.length ?? 0); row++) {
    if (column![row] !== Infinity) continue;
    if (times++ === 0) first = row;
  }
  return times === 0 ? undefined : { first, times };
}
