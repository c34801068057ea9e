import type { Probabilities, Unit } from "@surprisal/core";
import { inUnit } from "@surprisal/core";
import { drawing, hatch, readoutRow, text } from "../../figure/drawing.ts";
import { formatExact } from "../../figure/format.ts";
import type { Palette } from "../../figure/palette.ts";
import { element } from "../../figure/svgText.ts";
import { groupedBars } from "../../plot/groupedBars.ts";
import { areaPath, linePath } from "../../plot/linePath.ts";
import { linearScale } from "../../plot/scale.ts";
import { ticks } from "../../plot/ticks.ts";
import { fill } from "../../words/fill.ts";
import type { Language } from "../../words/language.ts";
import { formatNumber } from "../../words/number.ts";
import { commandOf } from "./command.ts";
import { frontierOf, rescale } from "./frontier.ts";
import { measure, type Policy } from "./model.ts";
import { leashReadouts } from "./readouts.ts";
import type { PolicyWords } from "./words/en.ts";

type Setting = { title: string; words: PolicyWords; language: Language; unit: Unit; palette: Palette };

const height = 470;

/** The figure as an SVG document that stands on its own: the bars, the plane, the numbers and the command that gives how far Q strays. */
export function pictureOf(state: Policy, q: Probabilities, setting: Setting): string {
  const { palette, title, unit, words } = setting;
  return drawing(
    { title, height, palette, command: commandOf(state, q, unit) },
    text(60, 72, words.reference, { fill: palette.p }),
    text(220, 72, words.policy, { fill: palette.q }),
    ...bars(state, q, setting),
    ...plane(state, q, setting),
    readoutRow(leashReadouts(measure(state, q), undefined, setting), 386, setting),
  );
}

function bars(state: Policy, q: Probabilities, { palette, language }: Setting): string[] {
  const y = linearScale([0, 1], [320, 92]);
  const { groups, barWidth } = groupedBars(state.names.length, 2, 60, 430);
  const { optimum } = measure(state, q);
  return [
    ...ticks(0, 1, 5).flatMap((tick) => [
      element("line", { x1: 60, x2: 490, y1: y(tick), y2: y(tick), stroke: palette.rule }),
      text(52, y(tick) + 5, formatNumber(tick, language, { digits: tick % 1 ? 2 : 0 }), {
        "text-anchor": "end",
        fill: palette["ink-2"],
      }),
    ]),
    ...groups.flatMap(({ middle, left }, i) => [
      bar(left[0]!, barWidth, y(state.p[i]!), y(0), { fill: palette.p }),
      bar(left[1]!, barWidth, y(q[i]!), y(0), { fill: hatch, stroke: palette.q }),
      bar(left[1]!, barWidth, y(optimum[i]!), y(0), {
        fill: "none",
        stroke: palette.q,
        "stroke-dasharray": "2 3",
      }),
      text(middle, 340, state.names[i]!, { "text-anchor": "middle", "font-size": 12 }),
    ]),
  ];
}

function plane(state: Policy, q: Probabilities, { palette, words, language, unit }: Setting): string[] {
  const at = measure(state, q);
  const frontier = frontierOf(state);
  const scales = rescale({ x: 1, y: [0, 1] }, state, frontier, at);
  const x = linearScale([0, scales.x], [560, 936]);
  const y = linearScale(scales.y, [320, 92]);
  const best = measure(state, at.optimum);
  const mark = ({ divergence, reward }: { divergence: number; reward: number }) =>
    [x(Math.min(scales.x, divergence)), y(reward)] as const;
  const curve = [...frontier.map(mark), [936, mark(frontier.at(-1)!)[1]] as const];
  return [
    element("path", { d: areaPath(curve, 92), fill: palette["gap-tint"] }),
    ...ticks(...scales.y, 6).flatMap((tick) => [
      element("line", { x1: 560, x2: 936, y1: y(tick), y2: y(tick), stroke: palette.rule }),
      text(552, y(tick) + 5, formatExact(tick, language).replace("-", "−"), {
        "text-anchor": "end",
        fill: palette["ink-2"],
      }),
    ]),
    ...ticks(0, inUnit(scales.x, unit), 6).map((tick) =>
      text(x(tick / inUnit(1, unit)), 340, formatExact(tick, language), { "text-anchor": "middle" }),
    ),
    text(936, 358, fill(words.axes.divergence, { unit }), { "text-anchor": "end", fill: palette["ink-2"] }),
    element("path", { d: linePath(curve), fill: "none", stroke: palette.gap, "stroke-width": 2.5 }),
    element("circle", { cx: mark(best)[0], cy: mark(best)[1], r: 6, fill: palette.gap }),
    element("circle", {
      cx: mark(at)[0],
      cy: mark(at)[1],
      r: 6,
      fill: palette["q-tint"],
      stroke: palette.q,
      "stroke-width": 2,
    }),
  ];
}

function bar(x: number, width: number, top: number, base: number, style: Record<string, string>): string {
  return element("rect", { x, y: top, width, height: base - top, ...style });
}
