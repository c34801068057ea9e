import { inUnit, type Unit } from "@surprisal/core";
import { drawing, readoutRow, text } from "../../figure/drawing.ts";
import { formatProbability } from "../../figure/format.ts";
import type { Palette } from "../../figure/palette.ts";
import { element } from "../../figure/svgText.ts";
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

const height = 500;
const shades = [0.46, 0.27, 0.13, 0.05];

/** The figure as an SVG document that stands on its own: areas, draws, bars that overlap, readouts and the command that gives the same numbers. */
export function pictureOf(joint: Joint, setting: Setting): string {
  const { palette, title, unit, words, language } = setting;
  const measures = measure(joint);
  const none = { draws: 0, information: undefined };
  return drawing(
    { title, height, palette, command: commandOf(joint, unit) },
    ...mosaic(joint, measures, setting),
    ...overlap(measures, setting),
    readoutRow(readoutsOf(measures, undefined, none, unit, words, language), 402, setting),
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
