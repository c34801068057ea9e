import { answerOfOne, readoutRow } from "./answer.ts";
import { perplexityFound, surpriseFound } from "./boundedReadings.ts";
import { alongText } from "./charts/alongText.ts";
import { rangeText } from "./charts/buckets.ts";
import { histogram } from "./charts/histogram.ts";
import { reliability } from "./charts/reliability.ts";
import { series } from "./charts/series.ts";
import {
  cardSection,
  faultNotes,
  methodsSection,
  notesSection,
  paddingNote,
  placesWhere,
  savingSection,
  unnamedNote,
  worthNote,
} from "./endMatter.ts";
import { type Html, html } from "./html.ts";
import { bounded, readoutsOfOne } from "./readouts.ts";
import type { PerplexityReport } from "./reportInput.ts";
import { type BoundRow, boundsTable, numbersTables, table } from "./tables.ts";
import { textSection } from "./textSection.ts";
import type { Writer } from "./writer.ts";

const shown = 6;

/** What one model says of a text, from the answer to the numbers. */
export function perplexityBody(report: PerplexityReport, writer: Writer): (Html | false)[] {
  const { words } = writer;
  const { statistics: found, tokens } = report;
  const readouts = readoutsOfOne(found, words);
  const boundedOnes = [
    [words.readouts.perplexity, "outcomes", perplexityFound(found)],
    [words.readouts.surprisePerToken, "information", surpriseFound(found)],
  ] as const;
  return [
    answerOfOne(report, writer),
    readoutRow(bounded(readouts, boundedOnes).slice(0, shown), "p", writer),
    spreadSection(report, writer),
    textSection(tokens, report.alternatives, "tokens", writer),
    html`<section><h2>${words.sections.numbers}</h2>${numbersTables(readouts, found.rows, writer)}${boundedTable(report, writer)}${calibrationTable(report, writer)}</section>
`,
    cardSection(report.card, writer),
    notesSection(report, notesOn(report, writer), writer),
    methodsSection(found.perToken ?? found.entropy ?? found.entropyBounds?.lower, false, writer),
    savingSection(report, tokens.tokens, writer),
  ];
}

function spreadSection({ statistics, tokens }: PerplexityReport, writer: Writer): Html {
  const { charts, sections } = writer.words;
  const { calibration } = statistics;
  const surprise = series(charts.surpriseAlone, "p", tokens.p.surprise);
  const entropy = series(charts.entropyAlone, "p", tokens.p.entropy);
  const measured = surprise.length > 0 ? surprise : entropy;
  if (measured.length === 0) return html``;
  const { name } = measured[0]!;
  const along = alongText(`${charts.along}: ${name}`, measured, writer);
  return html`<section><h2>${sections.spread}</h2><div class="charts">${histogram(name, measured, writer)}${
    calibration ? reliability(calibration, writer) : along
  }</div>${calibration && along}</section>
`;
}

function boundedTable({ statistics }: PerplexityReport, writer: Writer): Html | undefined {
  const { sections, readouts } = writer.words;
  const { entropyBounds: entropy, perplexityBounds: perplexity } = statistics;
  const rows: BoundRow[] = [
    ...(perplexity ? [[readouts.perplexity, perplexity, "outcomes"] as const] : []),
    ...(entropy ? [[readouts.entropyOfToken, entropy, "information"] as const] : []),
  ];
  return rows.length > 0
    ? boundsTable(perplexity ? sections.bounds : sections.entropyBounds, rows, writer)
    : undefined;
}

function calibrationTable({ statistics }: PerplexityReport, writer: Writer): Html | undefined {
  const { charts, tableHeads: heads, from } = writer.words;
  return (
    statistics.calibration &&
    table(
      charts.reliability,
      [heads.sure, heads.tokens, heads.confidence, heads.accuracy, heads.interval],
      statistics.calibration.bins.map((bin) => [
        rangeText(bin, writer),
        { number: writer.number(bin.count) },
        { number: writer.number(bin.confidence) },
        { number: writer.number(bin.accuracy.value) },
        from(writer.number(bin.accuracy.low), writer.number(bin.accuracy.high)),
      ]),
    )
  );
}

function withheldNote(
  { statistics: { perplexityBounds: found, scored } }: PerplexityReport,
  { words, number }: Writer,
): string[] {
  if (!found) return [];
  const count = found.tokens - scored;
  return [words.notes.withheld(number(count), count === 1, number(found.lower.value))];
}

function notesOn(report: PerplexityReport, writer: Writer): string[] {
  const { statistics: found, tokens, outcomes } = report;
  const { notes } = writer.words;
  const impossible = placesWhere(tokens.p.surprise, (nats) => nats === Infinity, writer);
  return [
    ...(impossible ? [notes.impossible(impossible.count, impossible.places)] : []),
    ...(outcomes ? [notes.outcomes(writer.number(outcomes.count), outcomes.from)] : []),
    ...withheldNote(report, writer),
    ...paddingNote(tokens, writer),
    ...unnamedNote(tokens, writer),
    ...faultNotes(found.faults, "", writer),
    ...worthNote(
      found.perToken ?? found.entropy ?? found.entropyBounds?.lower,
      found.scored || found.rows,
      writer,
    ),
    ...(found.calibration ? [notes.byChance(writer.number(found.calibration.errorByChance, 3))] : []),
  ];
}
