import type { Calibration } from "@surprisal/core";
import { type Html, html } from "../html.ts";
import type { Writer } from "../writer.ts";
import { figure } from "./figure.ts";
import { tenth } from "./histogram.ts";

const size = { width: 360, height: 250, left: 40, right: 350, top: 10, bottom: 208 };
const shares = [0, 0.25, 0.5, 0.75, 1];

/** How often the likeliest token came, by how likely it was held: the gap to the line is what is wrong. */
export function reliability({ bins, expectedError }: Calibration, writer: Writer): Html {
  const { charts } = writer.words;
  const across = (x: number) => tenth(size.left + x * (size.right - size.left));
  const down = (y: number) => tenth(size.bottom - y * (size.bottom - size.top));
  const label = charts.describeReliability(writer.number(bins.length), writer.number(expectedError.value, 3));
  const most = Math.max(...bins.map(({ count }) => count));
  return figure(
    charts.reliability,
    charts.reliabilityHint,
    [],
    html`<svg viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${label}">
${shares.map((share) => html`<path class="grid" d="M${size.left} ${down(share)}H${size.right}"/><text class="end" x="${size.left - 5}" y="${down(share) + 4}">${writer.number(share)}</text><text class="middle" x="${across(share)}" y="${size.bottom + 16}">${writer.number(share)}</text>`)}
<path class="ideal" d="M${across(0)} ${down(0)}L${across(1)} ${down(1)}"/>
${bins.map(({ confidence, accuracy, count }) => {
  const x = across(confidence);
  return html`<path class="whisker" d="M${x} ${down(accuracy.low)}V${down(accuracy.high)}"/><path class="gap-line" d="M${x} ${down(confidence)}V${down(accuracy.value)}"/><circle class="p" cx="${x}" cy="${down(accuracy.value)}" r="${tenth(2.5 + 3.5 * Math.sqrt(count / most))}"/>`;
})}
<text class="axis-name" x="${size.left}" y="${size.height - 6}">${charts.sure} →</text>
</svg>`,
  );
}
