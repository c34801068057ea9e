import { drawing, text } from "../../figure/drawing.ts";
import type { Palette } from "../../figure/palette.ts";
import { element } from "../../figure/svgText.ts";
import { linearScale } from "../../plot/scale.ts";
import type { Language } from "../../words/language.ts";
import { formatNumber } from "../../words/number.ts";
import { commandOf } from "./command.ts";
import { fieldText } from "./format.ts";
import { type Amount, fields, pieces, read } from "./model.ts";
import { digitsOf, endOf, shortest, ticksOf } from "./scale.ts";
import type { UnitsWords } from "./words/en.ts";

type Setting = { title: string; words: UnitsWords; language: Language; palette: Palette };

const height = 400;

/** The figure as an SVG document that stands on its own: title, rulers, fields and the command that gives the same numbers. */
export function pictureOf(now: Amount, setting: Setting): string {
  const { palette, title } = setting;
  return drawing(
    { title, height, palette, command: commandOf(now) },
    rulers(now, setting),
    columns(now, setting),
  );
}

function rulers(now: Amount, { palette, words, language }: Setting): string {
  const bits = read(now, "bits");
  const end = endOf(now, shortest);
  const x = linearScale([0, end], [120, 480]);
  const at = x(Math.min(end, Math.max(0, bits)));
  return [
    element("rect", {
      x: x(0),
      y: 80,
      width: at - x(0),
      height: 18,
      fill: palette["p-tint"],
      stroke: palette.p,
    }),
    element("line", { x1: at, x2: at, y1: 80, y2: 308, stroke: palette.p, "stroke-width": 1.5 }),
    ...fields.flatMap((field, i) => {
      const y = 136 + i * 56;
      const ticks = ticksOf(field, end, 6).flatMap(({ bits: place, label }) => [
        element("line", { x1: x(place), x2: x(place), y1: y, y2: y + 6, stroke: palette["ink-2"] }),
        tickText(x(place), y + 22, label, palette["ink-2"], language),
      ]);
      return [
        text(108, y + 5, words.fields[field], { "text-anchor": "end" }),
        element("line", { x1: x(0), x2: x(end), y1: y, y2: y, stroke: palette["ink-2"] }),
        ...ticks,
      ];
    }),
  ].join("");
}

function tickText(
  x: number,
  y: number,
  label: number | { power: number },
  colour: string,
  language: Language,
): string {
  const place = { "text-anchor": "middle", fill: colour, "font-size": 13 };
  if (typeof label === "number")
    return text(x, y, formatNumber(label, language, { digits: digitsOf(label) }), place);
  const raised = element("tspan", { dy: -5, "font-size": 10 }, String(label.power));
  return element("text", { x, y, ...place }, `10${raised}`);
}

function columns(now: Amount, { palette, words, language }: Setting): string {
  const cuts = now.per === null ? [null] : pieces;
  return cuts
    .flatMap((per, column) => {
      const x = 560 + column * 130;
      return [
        text(x, 92, per === null ? words.one : words.per[per], { "font-size": 12, fill: palette["ink-2"] }),
        ...fields.flatMap((field, i) => [
          text(x, 132 + i * 56, words.fields[field], { "font-size": 12, fill: palette["ink-2"] }),
          text(x, 154 + i * 56, fieldText(now, field, per, language), { "font-size": 19 }),
        ]),
      ];
    })
    .join("");
}
