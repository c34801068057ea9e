import { inUnit, type Unit } from "@surprisal/core";
import { formatProbability } from "../../figure/format.ts";
import type { Palette } from "../../figure/palette.ts";
import { element, escapeText } from "../../figure/svgText.ts";
import { linearScale } from "../../plot/scale.ts";
import type { Language } from "../../words/language.ts";
import { formatNumber } from "../../words/number.ts";
import { edgesOf } from "./borders.ts";
import { commandOf } from "./command.ts";
import { dotsOf } from "./dots.ts";
import { type Joint, type Measures, measure } from "./model.ts";
import { readoutsOf } from "./readouts.ts";
import type { JointWords } from "./words/en.ts";

type Setting = { title: string; words: JointWords; language: Language; unit: Unit; palette: Palette };

const [width, height] = [960, 500];
const shades = [0.46, 0.27, 0.13, 0.05];

/** The figure as an SVG document that stands on its own: areas, draws, bars that overlap, readouts and the command that gives the same numbers. */
export function pictureOf(joint: Joint, setting: Setting): string {
  const { palette, title, unit, words, language } = setting;
  const measures = measure(joint);
  const size = { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${width} ${height}` };
  const font = "IBM Plex Sans Variable, IBM Plex Sans, system-ui, sans-serif";
  const none = { draws: 0, information: undefined };
  return element(
    "svg",
    { ...size, "font-family": font, "font-size": 14, fill: palette.ink, role: "img" },
    element("title", {}, escapeText(title)),
    element("rect", { width, height, fill: palette.paper }),
    element("rect", { x: 24, y: 20, width: width - 48, height: 2, fill: palette.ink }),
    text(24, 46, title, { "font-weight": 600 }),
    ...mosaic(joint, measures, setting),
    ...overlap(measures, setting),
    ...readoutsOf(measures, undefined, none, unit, words, language).flatMap(
      ({ name, symbol, value, strong }, i) => [
        text(24 + i * 228, 402, name, { "font-size": 12, fill: palette["ink-2"] }),
        text(24 + i * 228, 418, symbol, { "font-size": 12, fill: palette["ink-2"] }),
        text(24 + i * 228, 446, `${value} ${unit}`, {
          "font-size": 22,
          fill: strong ? palette["gap-ink"] : palette.ink,
        }),
      ],
    ),
    text(24, 484, `$ ${commandOf(joint, unit)}`, {
      "font-family": "IBM Plex Mono, monospace",
      "font-size": joint.px.length > 2 ? 6 : 11,
      fill: palette["ink-2"],
    }),
  );
}

function mosaic(joint: Joint, { py }: Measures, { palette, language }: Setting): string[] {
  const x = linearScale([0, 1], [24, 490]);
  const y = linearScale([0, 1], [344, 70]);
  const columns = edgesOf(joint.px);
  const cells = joint.given.flatMap((column, i) => {
    const rows = edgesOf(column);
    return joint.y.flatMap((name, j) => {
      const [left, top] = [x(columns[i]!), y(rows[j + 1]!)];
      const box = { x: left, y: top, width: x(columns[i + 1]!) - left, height: y(rows[j]!) - top };
      return [
        element("rect", { ...box, fill: palette.p, "fill-opacity": shades[j], stroke: palette.p }),
        box.width > 90 && box.height > 20
          ? text(left + 8, top + 16, `${name} ${formatProbability(column[j]!, language)}`)
          : "",
      ];
    });
  });
  return [
    ...cells,
    ...dotsOf(joint).map(([u, v]) =>
      element("circle", { cx: x(u).toFixed(1), cy: y(v).toFixed(1), r: 1.7, fill: palette.ink }),
    ),
    ...edgesOf(py)
      .slice(1, -1)
      .map((edge) =>
        element("line", {
          x1: x(0),
          x2: x(1),
          y1: y(edge),
          y2: y(edge),
          stroke: palette.q,
          "stroke-width": 2,
          "stroke-dasharray": "7 4",
        }),
      ),
    ...joint.x.map((name, i) =>
      text((x(columns[i]!) + x(columns[i + 1]!)) / 2, 364, name, { "text-anchor": "middle" }),
    ),
  ];
}

function overlap(measures: Measures, { palette, language, unit }: Setting): string[] {
  const { entropyX, entropyY, together, leftOfX, leftOfY, information } = measures;
  const x = linearScale([0, Math.max(together, 0.1)], [540, 930]);
  const bar = (row: number, name: string, from: number, size: number, fill: string) => [
    element("rect", { x: x(from), y: 84 + row * 66, width: Math.max(0, x(size) - x(0)), height: 30, fill }),
    x(size) - x(0) > 90
      ? text(x(from), 78 + row * 66, `${name} ${formatNumber(inUnit(size, unit), language)}`)
      : "",
  ];
  return [
    ...bar(0, "H(X,Y)", 0, together, palette.rule),
    ...bar(1, "H(X)", 0, entropyX, palette.p),
    ...bar(2, "H(Y)", leftOfX, entropyY, palette.p),
    ...bar(3, "H(X|Y)", 0, leftOfX, palette["p-tint"]),
    ...bar(3, "I(X;Y)", leftOfX, information, palette.gap),
    ...bar(3, "H(Y|X)", leftOfX + information, leftOfY, palette["p-tint"]),
  ];
}

function text(x: number, y: number, content: string, style: Record<string, string | number> = {}): string {
  return element("text", { x, y, ...style }, escapeText(content));
}
