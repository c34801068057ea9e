import { type Html, html } from "../html.ts";
import type { Writer } from "../writer.ts";
import { figure } from "./figure.ts";
import { tenth, toUnit } from "./histogram.ts";
import type { Series } from "./series.ts";

const mostPoints = 240;

/** Values along the text: tokens, or means of as many neighbours as leave some hundred points. Numbers stand outside the drawing, which stretches. */
export function alongText(title: string, series: readonly Series[], writer: Writer): Html {
  const { words, unit } = writer;
  const tokens = series[0]!.values.length;
  const each = Math.ceil(tokens / mostPoints);
  const lines = series.map(({ values }) => means(toUnit(values, unit), each));
  const most = Math.max(0, ...lines.flat().filter(Number.isFinite)) || 1;
  const points = Math.ceil(tokens / each);
  const x = (i: number) => tenth(points > 1 ? (1000 * i) / (points - 1) : 500);
  const y = (value: number) => tenth(100 - 100 * Math.min(1, value / most));
  const hint = `${words.units[unit]}; ${each === 1 ? words.charts.alongEach : words.charts.alongHint(writer.number(each))}`;
  const said = series.map(({ name }, s) => {
    const finite = lines[s]!.filter(Number.isFinite);
    return words.charts.describeAlong(
      name,
      writer.number(Math.min(...finite), 3),
      writer.number(Math.max(...finite), 3),
    );
  });
  const marks = [0, Math.floor((tokens - 1) / 2), tokens - 1];
  return figure(
    title,
    hint,
    series.length > 1 ? series : [],
    html`<div class="along"><span class="high">${writer.number(most, 3)}</span>
<svg viewBox="0 0 1000 100" preserveAspectRatio="none" role="img" aria-label="${said.join(" ")}">
<path class="grid" d="M0 0H1000M0 50H1000M0 100H1000"/>
${series.map(({ colour }, s) => html`${colour === "gap" && html`<path class="area gap" d="${area(lines[s]!, x, y)}"/>`}<path class="line ${colour}" d="${line(lines[s]!, x, y)}"/>`)}
</svg>
<span class="places">${marks.map((token) => html`<span>${words.charts.token} ${writer.number(token)}</span>`)}</span></div>`,
  );
}

/** Of the known among so many neighbours; NaN where none is. */
function means(values: Float64Array, each: number): number[] {
  return Array.from({ length: Math.ceil(values.length / each) }, (_, i) => {
    const known = values.subarray(i * each, (i + 1) * each).filter((value) => !Number.isNaN(value));
    return known.reduce((sum, value) => sum + value, 0) / known.length;
  });
}

type Place = (value: number) => number;

/** A path that is broken where nothing is known. */
function line(values: readonly number[], x: Place, y: Place): string {
  let isDown = false;
  return values
    .map((value, i) => {
      if (Number.isNaN(value)) {
        isDown = false;
        return "";
      }
      const to = `${isDown ? "L" : "M"}${x(i)} ${y(value)}`;
      // A point between two gaps would not be seen.
      const alone = !isDown && Number.isNaN(values[i + 1] ?? Number.NaN) ? "h1" : "";
      isDown = true;
      return to + alone;
    })
    .join("");
}

function area(values: readonly number[], x: Place, y: Place): string {
  const heights = values.map((value, i) => `L${x(i)} ${y(Number.isNaN(value) ? 0 : value)}`).join("");
  return `M${x(0)} 100${heights}L${x(values.length - 1)} 100Z`;
}
