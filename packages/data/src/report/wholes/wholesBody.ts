import { tokenLines } from "../../outputs/tokenLines.ts";
import { wholeColumns } from "../../outputs/wholeColumns.ts";
import type { Whole } from "../../outputs/wholeScores.ts";
import { pairsTable, range, readoutRow } from "../answer.ts";
import { histogram } from "../charts/histogram.ts";
import { type Series, series } from "../charts/series.ts";
import { methodsSection } from "../endMatter.ts";
import { type Html, html } from "../html.ts";
import type { Readout } from "../readouts.ts";
import { numbersTables, table } from "../tables.ts";
import { unitText, written } from "../writer.ts";
import type { ReportedWholes, WholesReport } from "./wholesInput.ts";
import { readoutsOfPairs, readoutsOfWholes } from "./wholesReadouts.ts";
import { notesOfWholes, scoredText, shownDocuments, sizesOf } from "./wholesShown.ts";
import type { WholesWriter } from "./wholesWriter.ts";

const shown = 6;

/** What one model says of documents, or candidates and a base, from the answer to the numbers. */
export function wholesBody(report: WholesReport, writer: WholesWriter): (Html | false)[] {
  const { scores, alone, candidates = [], lessSurprised } = report;
  const { words } = writer;
  const readouts = alone && readoutsOfWholes(scores, alone, writer);
  const isSeveral = candidates.length > 1;
  const notes = [
    ...(alone ? notesOfWholes({ base: scores.wholes }, writer) : []),
    ...candidates.flatMap(({ name, found }) =>
      notesOfWholes(found, writer).map((note) => (isSeveral ? `${name}: ${note}` : note)),
    ),
  ];
  const [first] = candidates;
  const sure = alone?.surprise ?? (first?.found.surprise ?? first?.found.right)?.difference;
  return [
    isSeveral &&
      html`<h1>${words.titleOfPair(words.listed(candidates.map(({ name }) => name)), report.name)}</h1>
${pairsTable(lessSurprised, words.verdict.lessSurprised, writer)}`,
    readouts !== undefined &&
      html`<h1>${titleOf(readouts[0], writer)}</h1>
${ledeOf(readouts[0], writer)}<p>${scoredText(scores, writer)}</p>
${partsOf(readouts, { base: scores.wholes }, report, writer)}`,
    ...candidates.map((candidate) => ofCandidate(candidate, report, writer)),
    cardSection(report, writer),
    html`<section><h2>${words.sections.notes}</h2><ul>${notes.map((note) => html`<li>${note}</li>`)}</ul></section>
`,
    methodsSection(sure, candidates.length > 0, writer),
    savingSection(report, writer),
  ];
}

function ofCandidate({ name, found }: ReportedWholes, report: WholesReport, writer: WholesWriter): Html {
  const { words, wholes } = writer;
  const isOne = report.candidates!.length === 1;
  const readouts = readoutsOfPairs(report.scores, found, writer);
  const { surprise, surprisePerByte, right } = found;
  const verdict = (surprisePerByte ?? surprise)?.verdict;
  return html`${isOne ? html`<h1>${titleOf(readouts[0], writer)}</h1>` : html`<h2>${name}</h2>`}
${ledeOf(readouts[0], writer)}<p><b class="p">${words.pIs(report.name)}</b>; <b class="q">${words.qIs(name)}</b>.</p>
<p>${verdict && wholes.verdict.surprise[verdict]} ${right && wholes.verdict.right[right.verdict]} ${scoredText(report.scores, writer)}</p>
${partsOf(readouts, found, report, writer)}`;
}

function titleOf(readout: Readout | undefined, writer: WholesWriter): string {
  if (!readout) return writer.words.noPerplexity;
  const { name, quantity, estimate } = readout;
  const value = `${written(writer, estimate.value, quantity)} ${unitText(writer, quantity)}`.trim();
  return writer.wholes.titleOf(name, value);
}

function ledeOf(readout: Readout | undefined, writer: WholesWriter): Html | undefined {
  return (
    readout &&
    html`<p class="lede">${range(readout.estimate, readout.quantity, writer)}.</p>
`
  );
}

/** Numbers, how they are spread, and the documents. */
function partsOf(
  readouts: readonly Readout[],
  wholes: { base: readonly Whole[]; candidate?: readonly Whole[] },
  { scores }: WholesReport,
  writer: WholesWriter,
): Html {
  const { words } = writer;
  return html`${readoutRow(readouts.slice(0, shown), wholes.candidate ? "gap" : "p", writer)}
${spreadSection(wholes, writer)}${documentsSection(scores.unit, wholes, writer)}
<section><h2>${words.sections.numbers}</h2>${numbersTables(readouts, scores.wholes.length, writer)}</section>
`;
}

function spreadSection(
  { base, candidate }: { base: readonly Whole[]; candidate?: readonly Whole[] },
  writer: WholesWriter,
): Html {
  const { wholes, words } = writer;
  const isByByte = base.every(({ bytes = 0 }) => bytes > 0);
  const values = (of: readonly Whole[]) =>
    of.map(({ surprise }, i) => (isByByte ? surprise / base[i]!.bytes! : surprise));
  const { measures } = words.page;
  const all: Series[] = [
    ...series(candidate ? measures.surpriseOfP : measures.surpriseP, "p", values(base)),
    ...series(measures.surpriseQ, "q", candidate && values(candidate)),
  ];
  const { charts } = wholes.instead;
  const title = isByByte ? charts.surprise : charts.surpriseOfWhole;
  return html`<section><h2>${words.sections.spread}</h2><div class="charts">${histogram(title, all, writer)}</div></section>
`;
}

function documentsSection(
  unit: WholesReport["scores"]["unit"],
  of: { base: readonly Whole[]; candidate?: readonly Whole[] },
  writer: WholesWriter,
): Html {
  const { wholes, words } = writer;
  const { lead, heads, rows, legend, more } = shownDocuments(unit, of, writer);
  return html`<section class="documents"><h2>${wholes.sections.documents}</h2>
<p>${lead} ${more}</p>
<p class="legend">${words.page.above} ${legend.map(({ shade, text }) => html`<span class="${shade}">${text}</span>`)} ${words.units[writer.unit]}</p>
${table(
  wholes.sections.documents,
  heads,
  rows.map(({ shade, cells }) =>
    cells.map((cell, c) =>
      c === 1 ? html`<span class="${`beginning ${shade ?? ""}`.trim()}">${cell as string}</span>` : cell,
    ),
  ),
)}</section>
`;
}

/** What has to be alike for other numbers to be compared. */
function cardSection({ scores }: WholesReport, writer: WholesWriter): Html {
  const { words, wholes } = writer;
  const { card } = wholes;
  const { bytes, words: counted } = sizesOf(scores.wholes);
  const facts = [
    [card.documents, scores.wholes.length],
    [card.bytes, bytes],
    [card.words, counted],
  ] as const;
  return html`<section><h2>${words.sections.card}</h2><p>${card.lead}</p>
<dl class="card">${facts.map(([name, count]) => count !== undefined && html`<div><dt>${name}</dt><dd>${writer.number(count)}</dd></div>`)}</dl>
<p>${card.unsaid}</p></section>
`;
}

function savingSection(report: WholesReport, writer: WholesWriter): Html {
  const { words, wholes } = writer;
  const { scores, candidates, command, json, unit } = report;
  const tables = candidates
    ? candidates.map(({ name, found }) => ({ name, p: found.base, q: found.candidate }))
    : [{ name: report.name, p: scores.wholes, q: undefined }];
  const csvOf = (p: readonly Whole[], q: readonly Whole[] | undefined) => {
    const columns = wholeColumns(p, q, unit).filter(({ key }) => key !== "text");
    return [...tokenLines(columns, p.keys(), "csv")].map((line) => `${line}\n`).join("");
  };
  return html`${
    command !== undefined &&
    html`<section><h2>${words.sections.command}</h2><pre tabindex="0"><code>${command}</code></pre></section>
`
  }<section id="save"><h2>${words.sections.save}</h2><p class="save"><a download="results.json" href="data:application/json;charset=utf-8,${encodeURIComponent(json)}">${words.save.json}</a> ${tables.map(
    ({ name, p, q }) =>
      html`<a download="documents.csv" href="data:text/csv;charset=utf-8,${encodeURIComponent(csvOf(p, q))}">${wholes.save.csv}${tables.length > 1 && ` (${name})`}</a> `,
  )}</p>
<p>${wholes.save.hint(words.units[unit])}</p></section>
`;
}
