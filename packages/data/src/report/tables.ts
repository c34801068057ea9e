import type { BoundedMean, Estimate, Spread } from "@surprisal/core";
import { type Html, html } from "./html.ts";
import type { Readout } from "./readouts.ts";
import { intervalText, type Quantity, unitText, type Writer, written } from "./writer.ts";

/** A cell, and whether it is a number, which stands at the right, with its interval under it where columns are many. */
export type Cell = string | Html | { readonly number: string; readonly below?: string };

/** A table that can be scrolled by itself where it is wider than the page. */
export function table(caption: string, heads: readonly string[], rows: readonly (readonly Cell[])[]): Html {
  const numeric = heads.map((_, c) => rows.some((row) => isNumber(row[c])));
  const kind = (c: number) => (numeric[c] ? html` class="n"` : undefined);
  return html`<div class="scrolls" role="group" aria-label="${caption}" tabindex="0"><table>
<thead><tr>${heads.map((head, c) => html`<th scope="col"${kind(c)}>${head}</th>`)}</tr></thead>
<tbody>${rows.map(
    (row) =>
      html`<tr>${row.map((cell, c) =>
        c === 0
          ? html`<th scope="row"${kind(c)}>${content(cell)}</th>`
          : html`<td${kind(c)}>${content(cell)}</td>`,
      )}</tr>
`,
  )}</tbody></table></div>`;
}

function isNumber(cell: Cell | undefined): cell is Extract<Cell, { readonly number: string }> {
  return typeof cell === "object" && "number" in cell;
}

function content(cell: Cell): string | Html {
  if (!isNumber(cell)) return cell as string | Html;
  return html`${cell.number}${cell.below !== undefined && html`<span class="below">${cell.below}</span>`}`;
}

/** Every estimate, its interval, and its worth, at most that of all tokens; and how those that tokens have each for themselves are spread over them. */
export function numbersTables(readouts: readonly Readout[], tokens: number, writer: Writer): Html {
  const { words } = writer;
  const { tableHeads: heads, sections } = words;
  const named = ({ name, symbol }: Readout): Cell =>
    symbol === undefined ? name : html`${name} <span class="symbol">${symbol}</span>`;
  const spreads = readouts.flatMap((readout) =>
    readout.spread ? [{ readout, spread: readout.spread }] : [],
  );
  const rising = ({ quantiles }: Spread) => [...quantiles].sort((a, b) => a.share - b.share);
  const shares = spreads[0] ? rising(spreads[0].spread).map(({ share }) => share) : [];
  return html`${table(
    sections.numbers,
    [heads.quantity, heads.estimate, heads.unit, heads.interval, heads.worth],
    readouts.map((readout): Cell[] => {
      const { quantity, estimate } = readout;
      return [
        named(readout),
        { number: written(writer, estimate.value, quantity) },
        unitText(writer, quantity),
        html`<span class="interval">${intervalText(writer, estimate, quantity)}</span>`,
        { number: writer.number(Math.min(tokens, estimate.effectiveSampleSize), 3) },
      ];
    }),
  )}${
    spreads.length > 0 &&
    table(
      sections.spread,
      [
        heads.ofTokens,
        ...spreads.map(({ readout: { name, symbol = name, quantity } }) =>
          [symbol, unitText(writer, quantity)].filter(Boolean).join(", "),
        ),
      ],
      [heads.minimum, ...shares.map((share) => writer.percent(share)), heads.maximum].map((at, i): Cell[] => [
        at,
        ...spreads.map(({ readout: { quantity }, spread }) => {
          const estimate = rising(spread)[i - 1]?.estimate;
          if (estimate) return withInterval(writer, estimate, quantity);
          return { number: written(writer, i === 0 ? spread.minimum : spread.maximum, quantity, 3) };
        }),
      ]),
    )
  }`;
}

/** A number of three digits over its interval. */
export function withInterval(writer: Writer, estimate: Estimate, quantity: Quantity): Cell {
  return {
    number: written(writer, estimate.value, quantity, 3),
    below: intervalText(writer, estimate, quantity, 3),
  };
}

/** A name, and between which values a mean lies. */
export type BoundRow = readonly [name: string, bounds: BoundedMean, quantity: Quantity];

/** Both ends of what is known between bounds, each with its interval. */
export function boundsTable(caption: string, rows: readonly BoundRow[], writer: Writer): Html {
  const { tableHeads: heads, units } = writer.words;
  return table(
    caption,
    [heads.quantity, heads.least, heads.interval, heads.most, heads.interval, heads.unit],
    rows.map(([name, { lower, upper }, quantity]) => [
      name,
      { number: written(writer, lower.value, quantity) },
      intervalText(writer, lower, quantity),
      { number: written(writer, upper.value, quantity) },
      Number.isFinite(upper.value) ? intervalText(writer, upper, quantity) : "",
      quantity === "information" ? units[writer.unit] : "",
    ]),
  );
}
