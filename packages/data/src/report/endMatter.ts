import {
  type ComparabilityCard,
  type Estimate,
  fewUnits,
  independentUnits,
  type RowFault,
  type TokenTable,
} from "@surprisal/core";
import { readerText } from "../outputs/readerText.ts";
import { unnamedAmong } from "../outputs/unnamedAmong.ts";
import { paddingRows } from "../rows/paddingRows.ts";
import { mostTokens } from "./firstTokens.ts";
import { type Html, html } from "./html.ts";
import type { DiffReport, PerplexityReport } from "./reportInput.ts";
import type { Writer } from "./writer.ts";

/** What has to be alike for another perplexity to be compared. */
export function cardSection(card: ComparabilityCard, writer: Writer): Html {
  const { words } = writer;
  const names = words.card.fields;
  const fields = Object.keys(names) as (keyof ComparabilityCard)[];
  const unsaid = fields.filter((field) => card[field] === undefined).map((field) => names[field]);
  return html`<section><h2>${words.sections.card}</h2><p>${words.card.lead}</p>
<dl class="card">${fields.filter((field) => card[field] !== undefined).map((field) => html`<div><dt>${names[field]}</dt><dd>${cardValue(card, field, writer)}</dd></div>`)}</dl>
${unsaid.length > 0 && html`<p>${words.card.unsaid(unsaid.join(", "))}</p>`}</section>
`;
}

export function cardValue(card: ComparabilityCard, field: keyof ComparabilityCard, writer: Writer): string {
  const given = card[field];
  if (given === undefined) return "";
  if (typeof given === "number") return writer.number(given, 15);
  return writer.words.card.values[given] ?? readerText(given, writer.language);
}

const mostPlaces = 10;

/** The places of the first tokens for which something holds, and how many there are; `undefined` if none. */
export function placesWhere(
  values: ArrayLike<number> | undefined,
  holds: (value: number) => boolean,
  writer: Writer,
): { count: string; places: string } | undefined {
  const rows: number[] = [];
  for (let row = 0; row < (values?.length ?? 0); row++) if (holds(values![row]!)) rows.push(row);
  if (rows.length === 0) return undefined;
  const first = rows.slice(0, mostPlaces).map((row) => writer.number(row));
  const { tokens } = writer.words.notes;
  return {
    count: tokens(writer.number(rows.length), rows.length === 1),
    places: [...first, ...(rows.length > mostPlaces ? ["…"] : [])].join(", "),
  };
}

export function faultNotes(
  faults: readonly { readonly row: number; readonly fault: RowFault }[],
  of: string,
  { words, number }: Writer,
): string[] {
  const more = faults.length - mostPlaces;
  return [
    ...faults.slice(0, mostPlaces).map(({ row, fault }) => words.notes.fault(number(row), of, fault)),
    ...(more > 0 ? [words.notes.faults(number(more), of)] : []),
  ];
}

/** How many rows did not count because nothing but padding came there. */
export function paddingNote({ target }: TokenTable, { words, number }: Writer): string[] {
  const rows = paddingRows(target);
  return rows === 0 ? [] : [words.notes.padding(number(rows), rows === 1)];
}

/** How many tokens the vocabulary does not name. */
export function unnamedNote(table: TokenTable, { words, number }: Writer): string[] {
  const found = unnamedAmong(table);
  return found ? [words.notes.unnamed(number(found.unnamed), number(found.of))] : [];
}

/** @param tokens How many there are: neighbours that balance each other are worth no more here. */
export function worthNote(
  estimate: Estimate | undefined,
  tokens: number,
  { words, number }: Writer,
): string[] {
  if (estimate === undefined) return [];
  const units = independentUnits(estimate, tokens);
  if (units < fewUnits) return [words.notes.few(number(units, 3))];
  return [words.notes.worth(number(Math.min(tokens, estimate.effectiveSampleSize), 3))];
}

/** What is peculiar about what was read, and then what was found. */
export function notesSection(
  { quirks = [], coded = [], narrowed = [], doubtful }: PerplexityReport | DiffReport,
  found: readonly string[],
  writer: Writer,
): Html {
  const { notes, sections } = writer.words;
  const all = [
    ...(doubtful
      ? [
          notes.alignment(
            doubtful.shifted,
            `${writer.amount(doubtful.asked, 3)} ${writer.words.units[writer.unit]}`,
            writer.amount(doubtful.other, 3),
            writer.number(doubtful.rows),
          ),
        ]
      : []),
    ...found,
    ...quirks.map(({ of, code, count, decimals }) => {
      const note = notes.quirk(
        code,
        decimals === undefined ? undefined : String(decimals),
        writer.number(count),
      );
      return of === undefined ? note : `${of}: ${note}`;
    }),
    ...(coded.length > 0 ? [notes.coded(coded.join(", "))] : []),
    ...(narrowed.length > 0 ? [notes.narrowed(narrowed.join(", "))] : []),
  ];
  return html`<section><h2>${sections.notes}</h2>${
    all.length === 0
      ? html`<p>${notes.none}</p>`
      : html`<ul>${all.map((note) => html`<li>${note}</li>`)}</ul>`
  }</section>
`;
}

/** How the intervals came about, and what that takes for granted. */
export function methodsSection(estimate: Estimate | undefined, isPair: boolean, writer: Writer): Html {
  const { methods, sections } = writer.words;
  if (estimate === undefined) return html``;
  const said =
    estimate.resamples === 0
      ? [methods.none]
      : [
          methods.made(writer.percent(estimate.level), writer.number(fewUnits)),
          methods[estimate.method === "studentised" ? "studentised" : "percentile"](
            writer.number(estimate.resamples),
            methods.units(estimate),
          ),
          methods.assumes[estimate.dependence],
          methods.rates,
          methods.worth,
          ...(isPair ? [methods.paired] : []),
        ];
  return html`<section><h2>${sections.methods}</h2><p>${said.join(" ")}</p></section>
`;
}

/** The command that makes this report, and the numbers to take away. */
export function savingSection(
  { command, json }: PerplexityReport | DiffReport,
  tokens: number,
  writer: Writer,
): Html {
  const { save, sections } = writer.words;
  return html`${
    command !== undefined &&
    html`<section><h2>${sections.command}</h2><pre tabindex="0"><code>${command}</code></pre></section>
`
  }<section id="save"><h2>${sections.save}</h2><p class="save"><a download="results.json" href="data:application/json;charset=utf-8,${encodeURIComponent(json)}">${save.json}</a></p>
<p>${save.hint(writer.number(Math.min(tokens, mostTokens)), tokens > mostTokens, writer.words.units[writer.unit])} <span class="static">${save.needsScript}</span></p></section>
`;
}
