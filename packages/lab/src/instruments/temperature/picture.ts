import { inUnit, type Unit } from "@surprisal/core";
import { drawing, hatch, readoutRow, text } from "../../figure/drawing.ts";
import { formatExact } from "../../figure/format.ts";
import type { Palette } from "../../figure/palette.ts";
import { element } from "../../figure/svgText.ts";
import { groupedBars } from "../../plot/groupedBars.ts";
import { linearScale } from "../../plot/scale.ts";
import { ticks } from "../../plot/ticks.ts";
import { fill } from "../../words/fill.ts";
import type { Language } from "../../words/language.ts";
import { formatNumber } from "../../words/number.ts";
import { commandOf } from "./command.ts";
import { curvesOf, pathOf, rescale } from "./curves.ts";
import { formatShare } from "./format.ts";
import { type Measures, measure, type NextWord } from "./model.ts";
import { readoutsOf } from "./readouts.ts";
import { temperatures } from "./temperatures.ts";
import type { TemperatureWords } from "./words/en.ts";

type Setting = {
  title: string;
  words: TemperatureWords;
  language: Language;
  unit: Unit;
  palette: Palette;
};

const height = 460;

/** The figure as an SVG document that stands on its own: title, bars, both curves, readouts and the command that gives the same numbers. */
export function pictureOf(state: NextWord, setting: Setting): string {
  const { palette, title, unit, words, language } = setting;
  const measures = measure(state);
  const named = `${title}: ${fill(words.tValue, { t: formatExact(state.t, language) })}`;
  return drawing(
    { title: named, height, palette, command: commandOf(state, unit) },
    bars(state, measures, setting),
    curves(state, setting),
    readoutRow(readoutsOf(measures, undefined, unit, words, language), 366, setting),
  );
}

function bars(state: NextWord, { drawn }: Measures, { palette, language, words }: Setting): string {
  const y = linearScale([0, 1], [310, 96]);
  const { groups, barWidth, groupWidth } = groupedBars(state.names.length, 2, 60, 430);
  const letters = Math.max(2, Math.floor(groupWidth / 8));
  const marks = groups.flatMap(({ middle, left }, i) => [
    ...[state.p, drawn].flatMap((side, s) => [
      element("rect", {
        x: left[s],
        y: y(side[i]!),
        width: barWidth,
        height: y(0) - y(side[i]!),
        fill: s === 0 ? palette.p : hatch,
        stroke: s === 0 ? undefined : palette.q,
      }),
      text(left[s]! + barWidth / 2, y(side[i]!) - 6, formatShare(side[i]!, language), {
        "text-anchor": "middle",
        "font-weight": 600,
        "font-size": groupWidth < 70 ? 10 : 13,
        fill: s === 0 ? palette.p : palette.q,
      }),
    ]),
    text(middle, 330, shortened(state.names[i]!, letters), { "text-anchor": "middle" }),
  ]);
  return [
    text(60, 72, words.model, { fill: palette.p }),
    text(260, 72, words.drawn, { fill: palette.q }),
    ...ticks(0, 1, 5).flatMap((tick) => [
      element("line", { x1: 60, x2: 490, y1: y(tick), y2: y(tick), stroke: palette.rule }),
      text(52, y(tick) + 5, formatNumber(tick, language, { digits: tick % 1 ? 2 : 0 }), {
        "text-anchor": "end",
        fill: palette["ink-2"],
      }),
    ]),
    ...marks,
  ].join("");
}

function curves(state: NextWord, { palette, words, language, unit }: Setting): string {
  const { fromP, toT } = curvesOf(state);
  const end = rescale(1, { fromP, toT });
  const x = linearScale([0, temperatures.length - 1], [560, 930]);
  const y = linearScale([0, end], [310, 96]);
  const shown = (bits: number) => inUnit(bits * Math.LN2, unit);
  const here = x(temperatures.indexOf(state.t));
  const curve = { fill: "none", "stroke-width": 2 };
  return [
    text(560, 72, `${words.curvesTitle} (${unit})`),
    ...ticks(0, shown(end), 5).flatMap((tick) => {
      const place = y(tick / shown(1));
      return [
        element("line", { x1: 560, x2: 930, y1: place, y2: place, stroke: palette.rule }),
        text(552, place + 5, formatExact(tick, language), { "text-anchor": "end", fill: palette["ink-2"] }),
      ];
    }),
    ...[0.05, 0.2, 0.5, 1, 2, 5].map((t) =>
      text(x(temperatures.indexOf(t)), 330, formatExact(t, language), { "text-anchor": "middle" }),
    ),
    element("path", {
      d: pathOf(toT, x, y, end),
      stroke: palette["ink-2"],
      "stroke-dasharray": "5 3",
      ...curve,
    }),
    element("path", { d: pathOf(fromP, x, y, end), stroke: palette.gap, ...curve }),
    element("line", { x1: here, x2: here, y1: 96, y2: 310, stroke: palette.ink }),
  ].join("");
}

function shortened(name: string, letters: number): string {
  return name.length > letters ? `${name.slice(0, letters - 1)}…` : name;
}
