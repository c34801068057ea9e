import { inUnit, type Unit } from "@surprisal/core";
import { drawing, fineHatch, readoutRow, text } from "../../figure/drawing.ts";
import type { Palette } from "../../figure/palette.ts";
import { element } from "../../figure/svgText.ts";
import { linePath } from "../../plot/linePath.ts";
import { linearScale } from "../../plot/scale.ts";
import type { Language } from "../../words/language.ts";
import { formatNumber } from "../../words/number.ts";
import { commandOf } from "./command.ts";
import { contourOf } from "./ellipse.ts";
import { before, type Inference, type Measures, measure, posteriorOf } from "./model.ts";
import { readoutsOf } from "./readouts.ts";
import type { ViWords } from "./words/en.ts";

type Setting = { title: string; words: ViWords; language: Language; unit: Unit; palette: Palette };

const height = 540;

/** The figure as an SVG document that stands on its own: plane, lengths, readouts and the command. */
export function pictureOf(state: Inference, setting: Setting): string {
  const { palette, title, unit, words, language } = setting;
  const now = measure(state);
  return drawing(
    { title, height, palette, command: commandOf(state, unit) },
    element("defs", {}, clip),
    ...plane(state, setting),
    ...lengths(now, setting),
    readoutRow(readoutsOf(now, undefined, { unit, words, language }), 448, setting),
  );
}

const [low, high, left, top, side] = [4, 36, 50, 64, 330];
const clip = element(
  "clipPath",
  { id: "plane" },
  element("rect", { x: left, y: top, width: side, height: side }),
);

function plane(state: Inference, { palette, words, language }: Setting): string[] {
  const x = linearScale([low, high], [left, left + side]);
  const y = linearScale([low, high], [top + side, top]);
  const posterior = posteriorOf(state);
  const outline = (sds: number) => linePath(contourOf(posterior, sds).map(([a, b]) => [x(a), y(b)] as const));
  const [a, b] = state.q;
  const scale = side / (high - low);
  const marks = [2, 1].flatMap((sds) => [
    element("circle", {
      cx: x(before.mean),
      cy: y(before.mean),
      r: sds * before.sd * scale,
      fill: "none",
      stroke: palette["ink-2"],
      "stroke-dasharray": "2 4",
    }),
    element("path", { d: outline(sds), fill: palette["p-tint"], stroke: palette.p, "stroke-width": 2 }),
  ]);
  const model = [2, 1].map((sds) =>
    element("ellipse", {
      cx: x(a.mean),
      cy: y(b.mean),
      rx: sds * a.sd * scale,
      ry: sds * b.sd * scale,
      fill: sds === 2 ? fineHatch : "none",
      stroke: palette.q,
      "stroke-width": 2,
    }),
  );
  return [
    element("g", { "clip-path": "url(#plane)" }, ...marks, ...model),
    element("rect", {
      x: left,
      y: top,
      width: side,
      height: side,
      fill: "none",
      stroke: palette["ink-2"],
    }),
    ...[10, 20, 30].flatMap((tick) => [
      text(x(tick), top + side + 16, formatNumber(tick, language, { digits: 0 }), {
        "text-anchor": "middle",
      }),
      text(left - 6, y(tick) + 5, formatNumber(tick, language, { digits: 0 }), { "text-anchor": "end" }),
    ]),
    text(left + side, top + side + 34, words.axes[0]!, { "text-anchor": "end", fill: palette["ink-2"] }),
  ];
}

function lengths(
  { surprise, gap, miss, moved, bound }: Measures,
  { palette, words, language, unit }: Setting,
): string[] {
  const x = linearScale([0, bound], [450, 930]);
  const bar = (row: number, name: string, from: number, size: number, fill: string) => [
    element("rect", {
      x: x(from),
      y: 110 + row * 110,
      width: Math.max(0, x(from + size) - x(from)),
      height: 36,
      fill,
      stroke: palette.ink,
    }),
    text(
      from === 0 ? 450 : 930,
      from === 0 ? 102 + row * 110 : 164 + row * 110,
      `${name} ${formatNumber(inUnit(size, unit), language)}`,
      { "text-anchor": from === 0 ? "start" : "end" },
    ),
  ];
  const { parts } = words;
  return [
    ...bar(0, parts.surprise, 0, surprise, palette.p),
    ...bar(0, parts.gap, surprise, gap, palette.gap),
    ...bar(1, parts.miss, 0, miss, palette.rule),
    ...bar(1, parts.moved, miss, moved, palette["q-tint"]),
  ];
}
