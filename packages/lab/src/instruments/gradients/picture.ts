import { inUnit, type Unit } from "@surprisal/core";
import { drawing, text } from "../../figure/drawing.ts";
import type { Palette } from "../../figure/palette.ts";
import { element } from "../../figure/svgText.ts";
import { linePath } from "../../plot/linePath.ts";
import type { Language } from "../../words/language.ts";
import { formatNumber } from "../../words/number.ts";
import { cloudOf } from "./cloud.ts";
import { commandOf } from "./command.ts";
import { pathOf } from "./descent.ts";
import { endOf } from "./ends.ts";
import { type Gradients, names } from "./model.ts";
import { type Point, pointOf } from "./simplex.ts";
import { slopesOf, ways } from "./slopes.ts";
import { slopeText } from "./slopeText.ts";
import type { GradientsWords } from "./words/en.ts";

type Setting = { title: string; words: GradientsWords; language: Language; unit: Unit; palette: Palette };

const height = 480;

/** The figure as an SVG document that stands on its own: the triangle with both ways down, the cloud, the slopes, and the command. */
export function pictureOf(state: Gradients, setting: Setting): string {
  const { palette, title, unit } = setting;
  return drawing(
    { title, height, palette, command: commandOf(state, unit) },
    triangle(state, setting),
    cloud(state, setting),
    slopes(state, setting),
  );
}

function triangle(state: Gradients, { palette }: Setting): string {
  const place = (values: ArrayLike<number>): Point => {
    const [x, y] = pointOf(values);
    return [194 + 290 * x, 270 - 290 * y];
  };
  const corners = names.map((_, i) => place(names.map((_, j) => Number(i === j))));
  const line = { fill: "none", "stroke-width": 2 };
  const mark = (values: ArrayLike<number>, name: string, colour: string) => {
    const [cx, cy] = place(values);
    return [
      element("circle", { cx, cy, r: 7, fill: palette.paper, stroke: colour, "stroke-width": 2.25 }),
      text(cx + 12, cy - 9, name, { fill: colour, "font-weight": 600 }),
    ].join("");
  };
  return [
    element("path", { d: `${linePath(corners)}Z`, stroke: palette["ink-2"], ...line, "stroke-width": 1 }),
    ...corners.map(([x, y], i) =>
      text(x + (i === 2 ? 0 : 14 * Math.sign(i - 0.5)), y + (i === 2 ? -8 : 6), names[i]!, {
        "text-anchor": "middle",
      }),
    ),
    ...ways.map((way) =>
      element("path", {
        d: linePath(pathOf(state, way).map(place)),
        stroke: palette.q,
        "stroke-dasharray": way === "reverse" ? "6 4" : undefined,
        ...line,
      }),
    ),
    mark(state.p, "P", palette.p),
    mark(state.q, "Q", palette.q),
  ].join("");
}

function cloud(state: Gradients, { palette, words, unit, language }: Setting): string {
  const all = cloudOf(state);
  if (!all) return text(400, 220, words.verdict.endless, { "font-size": 12 });
  const end = endOf(all);
  const at = (gradient: ArrayLike<number>): Point => {
    const [x, y] = pointOf(gradient);
    return [500 - (120 * Math.SQRT2 * x) / end, 220 + (120 * Math.SQRT2 * y) / end];
  };
  const [x, y] = at(all.truth);
  const variance = formatNumber(all.exact.variance * inUnit(1, unit) ** 2, language, { digits: 4 });
  return [
    element("circle", { cx: 500, cy: 220, r: 120, fill: "none", stroke: palette.rule }),
    ...all.estimates.map(({ gradient }) => {
      const [cx, cy] = at(gradient);
      return element("circle", { cx, cy, r: 3, fill: palette.q, "fill-opacity": 0.35 });
    }),
    element("path", {
      d: linePath([
        [500, 220],
        [x, y],
      ]),
      stroke: palette.gap,
      "stroke-width": 3,
    }),
    element("circle", { cx: x, cy: y, r: 5, fill: palette.gap }),
    text(500, 372, `${words.ways[state.way]}`, { "text-anchor": "middle" }),
    text(500, 394, `${words.readouts.exact}: ${variance} ${unit}²`, { "text-anchor": "middle" }),
  ].join("");
}

function slopes({ p, q, by }: Gradients, { palette, words, unit, language }: Setting): string {
  const columns = [
    { head: words.columns.outcome, texts: [...names] },
    { head: "P", texts: [...p].map((x) => slopeText(x, language)) },
    { head: "Q", texts: [...q].map((x) => slopeText(x, language)) },
    ...ways.map((way) => ({
      head: words.columns[way],
      texts: [...slopesOf(p, q, by, way).gradient].map((slope) => slopeText(inUnit(slope, unit), language)),
    })),
  ];
  const places = [676, 740, 792, 864, 936];
  return [
    text(936, 110, `${words.by} ${words.bys[by]}, ${unit}`, { "text-anchor": "end", fill: palette["ink-2"] }),
    ...columns.flatMap(({ head, texts }, i) =>
      [head, ...texts].map((line, row) =>
        text(places[i]!, 150 + 28 * row, line, {
          "text-anchor": i === 0 ? "middle" : "end",
          fill: row === 0 ? palette["ink-2"] : palette.ink,
        }),
      ),
    ),
  ].join("");
}
