import type { ConfidenceBucket } from "@surprisal/core";
import { type Html, html } from "../html.ts";
import type { Writer } from "../writer.ts";
import { figure } from "./figure.ts";
import { tenth } from "./histogram.ts";

const size = { width: 360, left: 98, right: 300, row: 34, top: 6 };

/** The divergence where P is sure, and where not: means with intervals, and each part of the whole. */
export function confidenceBars(buckets: readonly ConfidenceBucket[], writer: Writer): Html {
  const { words } = writer;
  const known = buckets.flatMap(({ forwardKl: { value, high } }) => [value, high]).filter(Number.isFinite);
  const most = Math.max(Number.MIN_VALUE, ...known);
  const across = (nats: number) =>
    tenth(size.left + (Math.min(nats, most) / most) * (size.right - size.left));
  const height = size.top + size.row * buckets.length + 2;
  const said = buckets.map(
    (bucket) => `${rangeText(bucket, writer)}: ${writer.information(bucket.forwardKl.value, 3)}`,
  );
  return figure(
    words.charts.buckets,
    words.charts.bucketsHint,
    [],
    html`<svg viewBox="0 0 ${size.width} ${height}" role="img" aria-label="${words.charts.describeBuckets(said.join("; "))}">
<path class="axis" d="M${size.left} ${size.top}V${height}"/>
${buckets.map((bucket, i) => {
  const { value, low, high } = bucket.forwardKl;
  const y = size.top + size.row * i;
  const whisker = Number.isFinite(low) && Number.isFinite(high);
  return html`<text x="0" y="${y + 18}">${rangeText(bucket, writer)}</text><rect class="bar gap" x="${size.left}" y="${y + 5}" width="${tenth(across(value) - size.left)}" height="14"/>${
    whisker && html`<path class="whisker" d="M${across(low)} ${y + 12}H${across(high)}"/>`
  }<text class="small" x="${size.left + 4}" y="${y + 30}">${writer.information(value, 3)}</text><text class="end" x="${size.width}" y="${y + 17}">${
    bucket.shareOfKl === undefined ? "" : writer.percent(bucket.shareOfKl.value, 2)
  }</text>`;
})}
</svg>`,
  );
}

export function rangeText(
  { from, to }: Pick<ConfidenceBucket, "from" | "to">,
  { words, number }: Writer,
): string {
  return words.from(number(from), number(to));
}
