import { inUnit, quantileStatistic, type Unit } from "@surprisal/core";
import { type Html, html } from "../html.ts";
import { powerOfTen } from "../number.ts";
import type { Writer } from "../writer.ts";
import { type Bins, binsOf, roundStep } from "./bins.ts";
import { figure } from "./figure.ts";
import type { Series } from "./series.ts";

const size = { width: 360, height: 210, left: 34, right: 352, top: 50, bottom: 172 };

const labelWidth = 84;
/** Of the median, the 99 % and the maximum: a line begins below the labels that would cross it, but for three that are close. */
const labelTops = [11, 41, 26];

/** How values are spread over the tokens: bars, with the quantiles of the first series marked. */
export function histogram(title: string, series: readonly Series[], writer: Writer): Html | undefined {
  const { words, unit } = writer;
  const columns = series.map(({ values }) => toUnit(values, unit));
  const bins = binsOf(columns);
  if (bins === undefined) return undefined;
  const marks = quantiles(columns[0]!).filter(({ value }) => Number.isFinite(value));
  const across = scaleOf(bins);
  const tallest = Math.max(...bins.shares.flat());
  const step = roundStep(tallest / 3);
  const top = Math.ceil(tallest / step - 1e-9) * step;
  const down = (share: number) => size.bottom - (share / top) * (size.bottom - size.top);
  const widths = bins.edges.slice(1).map((edge, i) => across(edge) - across(bins.edges[i]!));
  const bars = series.flatMap(({ colour }, s) =>
    bins.shares[s]!.map((share, i) => {
      const width = widths[i]! / series.length;
      const x = across(bins.edges[i]!) + s * width;
      const gap = width > 4 ? 0.5 : 0;
      return (
        share > 0 &&
        html`<rect class="bar ${colour}" x="${tenth(x + gap)}" y="${tenth(down(share))}" width="${tenth(width - 2 * gap)}" height="${tenth(size.bottom - down(share))}"/>`
      );
    }),
  );
  const rows = Array.from({ length: Math.round(top / step) + 1 }, (_, i) => i * step);
  const hints = [
    words.units[unit] + (bins.isLogarithmic ? `, ${words.charts.logScale}` : ""),
    ...series.flatMap((_, s) => [
      ...(bins.below[s]! > 0
        ? [words.charts.below(writer.number(bins.below[s]!), writer.number(bins.edges[0]!, 2))]
        : []),
      ...(bins.infinite[s]! > 0 ? [words.charts.infinite(writer.number(bins.infinite[s]!))] : []),
    ]),
  ];
  const described = series.map(({ name }, s) => {
    const [median, high, most] = quantiles(columns[s]!).map(
      ({ value }) => `${writer.number(value, 3)} ${words.units[unit]}`,
    );
    return words.charts.describeSpread(name, median!, high!, most!);
  });
  return figure(
    title,
    hints.join("; "),
    series.length > 1 ? series : [],
    html`<svg viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${described.join(" ")}">
${rows.map((share) => html`<path class="grid" d="M${size.left} ${tenth(down(share))}H${size.right}"/><text class="end" x="${size.left - 5}" y="${tenth(down(share) + 4)}">${writer.number(100 * share, 2)}</text>`)}
${bars}
${marks.map(({ share, value }, i) => {
  const x = tenth(across(value));
  const label = `${share === 0.5 ? words.charts.median : share === 1 ? words.charts.most : "99 %"} ${writer.number(value, 3)}`;
  const y = labelTops[i]!;
  const next = marks[i + 1];
  const room = (i > 0 && next ? across(next.value) : size.right) - x;
  const isRight = room < labelWidth;
  return html`<path class="mark" d="M${x} ${y - 8}V${size.bottom}"/><text class="${isRight ? "end" : ""}" x="${isRight ? x - 4 : x + 4}" y="${y}">${label}</text>`;
})}
${ticksOf(bins, writer).map(({ at, text }) => html`<text class="middle" x="${tenth(across(at))}" y="${size.bottom + 16}">${text}</text>`)}
<text class="axis-name" x="${size.left}" y="${size.height - 4}">${words.charts.shareOfTokens}</text>
</svg>`,
  );
}

export function toUnit(values: ArrayLike<number>, unit: Unit): Float64Array {
  return Float64Array.from(values, (nats) => inUnit(nats, unit));
}

function quantiles(column: Float64Array): { share: number; value: number }[] {
  const known = column.filter((value) => !Number.isNaN(value)).sort();
  return [0.5, 0.99, 1].map((share) => ({ share, value: quantileStatistic(known, share).value }));
}

function scaleOf({ edges, isLogarithmic }: Bins): (x: number) => number {
  const place = isLogarithmic ? Math.log10 : (x: number) => x;
  const [from, to] = [place(edges[0]!), place(edges.at(-1)!)];
  return (x) => {
    const along = (Math.max(place(x), from) - from) / (to - from);
    return size.left + along * (size.right - size.left);
  };
}

function ticksOf({ edges, isLogarithmic }: Bins, writer: Writer): { at: number; text: string }[] {
  const last = edges.at(-1)!;
  if (!isLogarithmic) {
    const step = roundStep(last / 5);
    return Array.from({ length: Math.floor(last / step + 1e-9) + 1 }, (_, i) => ({
      at: i * step,
      text: writer.number(i * step, 3),
    }));
  }
  const [from, to] = [Math.ceil(Math.log10(edges[0]!) - 1e-9), Math.floor(Math.log10(last) + 1e-9)];
  const every = Math.ceil((to - from + 1) / 6);
  return Array.from({ length: to - from + 1 }, (_, i) => from + i)
    .filter((exponent) => (exponent - to) % every === 0)
    .map((exponent) => ({
      at: 10 ** exponent,
      text: Math.abs(exponent) <= 2 ? writer.number(10 ** exponent) : powerOfTen(exponent),
    }));
}

export function tenth(x: number): number {
  return Math.round(x * 10) / 10;
}
