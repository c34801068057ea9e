import type { Estimate } from "@surprisal/core";
import { answerOfPair, answerOfSeveral, readoutRow } from "./answer.ts";
import { notesOfBytes, ofBytes } from "./bytesBody.ts";
import { alongText } from "./charts/alongText.ts";
import { confidenceBars } from "./charts/buckets.ts";
import { histogram } from "./charts/histogram.ts";
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
import { boundsSection, bucketsTable, carriersSection } from "./pairTables.ts";
import { bounded, readoutsOfPair } from "./readouts.ts";
import type { DiffReport, ReportedByBytes, ReportedCandidate } from "./reportInput.ts";
import { numbersTables } from "./tables.ts";
import { textSection } from "./textSection.ts";
import type { Writer } from "./writer.ts";

/** What candidates and a base disagree about: of several, first which is nearer. */
export function diffBody(report: DiffReport, writer: Writer): (Html | false)[] {
  const { candidates } = report;
  const isOne = candidates.length === 1;
  return [
    !isOne && answerOfSeveral(report, writer),
    ...candidates.flatMap((candidate, i) =>
      "comparison" in candidate
        ? ofCandidate(candidate, i, report, writer)
        : ofBytes(candidate, i, report, writer),
    ),
    candidates.some((one) => "comparison" in one) && cardSection(report.card, writer),
    notesSection(
      report,
      candidates.flatMap((candidate) => {
        const found =
          "comparison" in candidate ? notesOn(candidate, writer) : notesOfBytes(candidate, writer);
        return isOne ? found : found.map((note) => `${candidate.name}: ${note}`);
      }),
      writer,
    ),
    methodsSection(leadingOf(candidates[0]!), true, writer),
    savingSection(report, candidates[0]!.tokens.tokens, writer),
  ];
}

/** The number by whose intervals the methods are told. */
function leadingOf(candidate: ReportedCandidate | ReportedByBytes): Estimate | undefined {
  if (!("comparison" in candidate)) return candidate.byBytes?.difference;
  const { forwardKl, scoredTokens } = candidate.comparison;
  return forwardKl?.mean ?? scoredTokens?.basePerplexity;
}

function ofCandidate(candidate: ReportedCandidate, index: number, report: DiffReport, writer: Writer): Html {
  const { words } = writer;
  const { comparison, tokens, alternatives, perplexityBounds } = candidate;
  const readouts = readoutsOfPair(comparison, words);
  const { readouts: names } = words;
  const strongest: readonly string[] = [
    ...[names.forwardKl, names.reverseKl, names.jensenShannon],
    ...[names.top1Agreement, names.basePerplexity, names.candidatePerplexity],
  ];
  const first = bounded(
    readouts.filter(({ name }) => strongest.includes(name)),
    [
      [names.basePerplexity, "outcomes", perplexityBounds?.base],
      [names.candidatePerplexity, "outcomes", perplexityBounds?.candidate],
    ],
  );
  return html`${answerOfPair(candidate, report, writer)}
${readoutRow(first, comparison.forwardKl ? "gap" : "ink", writer)}
${spreadSection(candidate, writer)}${textSection(tokens, alternatives, index === 0 ? "tokens" : `tokens-${index + 1}`, writer)}${carriersSection(candidate, writer)}${boundsSection(candidate, writer)}
<section><h2>${words.sections.numbers}</h2>${numbersTables(readouts, comparison.compared, writer)}${bucketsTable(candidate, writer)}</section>
`;
}

function spreadSection({ comparison, tokens }: ReportedCandidate, writer: Writer): Html {
  const { charts, sections, page } = writer.words;
  const surprises = [
    ...series(page.measures.surpriseOfP, "p", tokens.p.surprise),
    ...series(page.measures.surpriseQ, "q", tokens.q?.surprise),
  ];
  const gap = series("D(P‖Q)", "gap", tokens.forwardKl);
  const hasGap = gap.length > 0;
  return html`<section><h2>${sections.spread}</h2>${hasGap && alongText(`${charts.along}: D(P‖Q)`, gap, writer)}<div class="charts">${
    hasGap && histogram(charts.divergence, gap, writer)
  }${comparison.buckets.length > 0 && confidenceBars(comparison.buckets, writer)}${
    surprises.length > 0 &&
    html`${histogram(charts.surpriseBoth, surprises, writer)}${alongText(`${charts.along}: ${charts.surprise}`, surprises, writer)}`
  }</div></section>
`;
}

function notesOn({ comparison, tokens, unsaid = [] }: ReportedCandidate, writer: Writer): string[] {
  const { notes, card } = writer.words;
  const { forwardKl, scoredTokens, compared, faults } = comparison;
  const infinite = placesWhere(tokens.forwardKl, (nats) => nats === Infinity, writer);
  return [
    ...(infinite ? [notes.infinite(infinite.count, infinite.places)] : []),
    ...paddingNote(tokens, writer),
    ...unnamedNote(tokens, writer),
    ...faultNotes(faults.base, notes.ofP, writer),
    ...faultNotes(faults.candidate, notes.ofQ, writer),
    ...worthNote(forwardKl?.mean ?? scoredTokens?.basePerplexity, compared, writer),
    ...(unsaid.length > 0 ? [notes.assumed(unsaid.map((field) => card.fields[field]).join(", "))] : []),
  ];
}
