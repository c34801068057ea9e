import { type ByteComparison, type ComparabilityCard, fewUnits, independentUnits } from "@surprisal/core";
import { byteCard } from "../outputs/modelRows.ts";
import { range, readoutRow } from "./answer.ts";
import { wholeOf } from "./boundedReadings.ts";
import { cardValue } from "./endMatter.ts";
import { type Html, html } from "./html.ts";
import type { Readout } from "./readouts.ts";
import type { DiffReport, ReportedByBytes } from "./reportInput.ts";
import { boundsTable, numbersTables, table } from "./tables.ts";
import { textSection } from "./textSection.ts";
import type { Writer } from "./writer.ts";

/** What a candidate with other tokens and a base disagree about, from the answer to what each may be compared with. */
export function ofBytes(
  { name, byBytes: found, tokens, alternatives, card }: ReportedByBytes,
  index: number,
  report: DiffReport,
  writer: Writer,
): Html[] {
  const { words } = writer;
  const title = found ? words.bytes.verdicts[found.verdict] : words.bytes.none;
  return [
    report.candidates.length === 1 ? html`<h1>${title}</h1>` : html`<h2>${name}: ${title}</h2>`,
    html`
<p class="lede">${found && html`${range(wholeOf((found.bounds ?? found).difference), "information", writer)}. `}<b class="p">${words.pIs(report.name)}</b>; <b class="q">${words.qIs(name)}</b>.</p>
${found && answered(found, writer)}`,
    html`<p>${words.bytes.ofP}</p>
${textSection(tokens, alternatives, index === 0 ? "tokens" : `tokens-${index + 1}`, writer)}
`,
    cardsSection({ ...report.card, ...byteCard }, card, writer),
  ];
}

/** What is to be known of it. */
export function notesOfBytes({ byBytes: found, unsaid = [] }: ReportedByBytes, writer: Writer): string[] {
  const { bytes, card, notes } = writer.words;
  return [
    ...(found ? [worthOf(found, writer), bytes.methods] : []),
    ...(unsaid.length > 0 ? [notes.assumed(unsaid.map((field) => card.fields[field]).join(", "))] : []),
  ];
}

function worthOf({ difference, spans }: ByteComparison, { words, number }: Writer): string {
  const units = independentUnits(difference, spans);
  if (units < fewUnits) return words.notes.few(number(units, 3));
  return words.bytes.worth(number(Math.min(spans, difference.effectiveSampleSize), 3));
}

/** Where only bounds are known of all stretches, they alone are shown: what is known throughout is not a fair part. */
function answered(found: ByteComparison, writer: Writer): Html {
  const { words, number } = writer;
  const { bytes: names, sections } = words;
  const { bounds } = found;
  const { spans, bytes, one, other, difference } = bounds ?? found;
  const rows = [
    [names.difference, difference],
    [names.base, other],
    [names.candidate, one],
  ] as const;
  const readouts = rows.map(
    ([name, found]): Readout => ({
      ...{ name, quantity: "information", estimate: wholeOf(found) },
      ...("lower" in found && found.lower.value < found.upper.value && { bounds: found }),
    }),
  );
  return html`<p>${names.compared(number(bytes, 15), number(spans, 15), spans === 1)}${bounds && ` ${names.bounded}`}</p>
${readoutRow(readouts, "ink", writer)}
${
  bounds
    ? html`<section><h2>${sections.bounds}</h2>${boundsTable(
        sections.bounds,
        [
          [names.difference, bounds.difference, "information"],
          [names.base, bounds.other, "information"],
          [names.candidate, bounds.one, "information"],
        ],
        writer,
      )}</section>`
    : html`<section><h2>${sections.numbers}</h2>${numbersTables(readouts, spans, writer)}</section>`
}
`;
}

/** What has to be alike for another surprise a byte to be compared with that of P, or of Q. */
function cardsSection(p: ComparabilityCard, q: ComparabilityCard, writer: Writer): Html {
  const { card, bytes, sections } = writer.words;
  const fields = Object.keys(card.fields) as (keyof ComparabilityCard)[];
  const isKnown = (field: keyof ComparabilityCard) => p[field] !== undefined || q[field] !== undefined;
  const unsaid = fields.filter((field) => !isKnown(field)).map((field) => card.fields[field]);
  return html`<section><h2>${sections.card}</h2><p>${bytes.card}</p>
${table(
  sections.card,
  [writer.words.tableHeads.quantity, "P", "Q"],
  fields
    .filter(isKnown)
    .map((field) => [card.fields[field], cardValue(p, field, writer), cardValue(q, field, writer)]),
)}${unsaid.length > 0 && html`<p>${card.unsaid(unsaid.join(", "))}</p>`}</section>
`;
}
