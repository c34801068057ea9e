import { inUnit, type Unit } from "@surprisal/core";
import { drawing, hatch, readoutRow, text } from "../../figure/drawing.ts";
import { formatExact, formatProbability } from "../../figure/format.ts";
import { refit } from "../../figure/frozenScale.ts";
import type { Palette } from "../../figure/palette.ts";
import { element } from "../../figure/svgText.ts";
import { groupedBars } from "../../plot/groupedBars.ts";
import { areaPath, linePath } from "../../plot/linePath.ts";
import { linearScale } from "../../plot/scale.ts";
import { ticks } from "../../plot/ticks.ts";
import type { Language } from "../../words/language.ts";
import { formatNumber } from "../../words/number.ts";
import { commandOf } from "./command.ts";
import { curveOf, lastStepShown } from "./curve.ts";
import { logitsOf, type Measures, measure, type SoftmaxLoss, size, stepsOf } from "./model.ts";
import { readoutsOf } from "./readouts.ts";
import type { SoftmaxLossWords } from "./words/en.ts";

type Setting = {
  title: string;
  words: SoftmaxLossWords;
  language: Language;
  unit: Unit;
  palette: Palette;
};

const height = 460;

/** The figure as an SVG document that stands on its own: title, label and model, loss curve, readouts and the command that gives the same numbers. */
export function pictureOf(state: SoftmaxLoss, setting: Setting): string {
  const { palette, title, unit, words, language } = setting;
  const measures = measure(state);
  const named = `${title} · ${words.epsilon} ${formatExact(state.epsilon, language)}, ${words.t} ${formatExact(state.t, language)}, ${words.gamma} ${formatExact(state.gamma, language)}`;
  return drawing(
    { title: named, height, palette, command: commandOf(state, unit, words.names) },
    bars(state, measures, setting),
    curve(state, measures, setting),
    readoutRow(readoutsOf(state, measures, undefined, unit, words, language), 366, setting),
  );
}

function bars(
  state: SoftmaxLoss,
  { target, model }: Measures,
  { palette, language, words }: Setting,
): string {
  const y = linearScale([0, 1], [290, 96]);
  const { groups, barWidth } = groupedBars(size, 2, 60, 430);
  const z = logitsOf(state);
  return [
    text(60, 72, words.target, { fill: palette.p }),
    text(260, 72, words.model, { fill: palette.q }),
    ...groups.flatMap(({ middle, left }, i) => [
      ...[target, model].flatMap((side, s) => [
        element("rect", {
          x: left[s],
          y: y(side[i]!),
          width: barWidth,
          height: y(0) - y(side[i]!),
          fill: s === 0 ? palette.p : hatch,
          stroke: s === 0 ? undefined : palette.q,
        }),
        text(
          left[s]! + barWidth / 2,
          y(side[i]!) - 6,
          formatProbability(Math.round(side[i]! * 1e4) / 1e4, language),
          {
            "text-anchor": "middle",
            "font-size": 12,
            fill: s === 0 ? palette.p : palette.q,
          },
        ),
      ]),
      text(middle, 310, words.names[i]!, { "text-anchor": "middle" }),
      text(middle, 328, `z = ${formatNumber(z[i]!, language, { digits: 2 })}`, {
        "text-anchor": "middle",
        "font-size": 12,
        fill: palette["ink-2"],
      }),
    ]),
  ].join("");
}

function curve(state: SoftmaxLoss, { floor }: Measures, { palette, words, language, unit }: Setting): string {
  const points = curveOf(state);
  const end = refit(2, Math.max(...points.map(([, cost]) => cost)));
  const last = lastStepShown(stepsOf(state));
  const x = linearScale([0, last], [560, 930]);
  const y = linearScale([0, end], [310, 96]);
  const places = points.map(([step, cost]) => [x(step), y(cost)] as const);
  return [
    text(560, 72, `${words.curve} (${unit})`),
    ...ticks(0, inUnit(end, unit), 5).flatMap((tick) => {
      const place = y(tick / inUnit(1, unit));
      return [
        element("line", { x1: 560, x2: 930, y1: place, y2: place, stroke: palette.rule }),
        text(552, place + 5, formatExact(tick, language), { "text-anchor": "end", fill: palette["ink-2"] }),
      ];
    }),
    element("path", { d: areaPath(places, y(floor)), fill: palette["gap-tint"] }),
    element("line", {
      x1: 560,
      x2: 930,
      y1: y(floor),
      y2: y(floor),
      stroke: palette.p,
      "stroke-dasharray": "4 3",
    }),
    element("path", { d: linePath(places), fill: "none", stroke: palette.ink, "stroke-width": 2 }),
    text(930, 328, `${formatExact(last, language)} ${words.steps}`, { "text-anchor": "end" }),
  ].join("");
}
