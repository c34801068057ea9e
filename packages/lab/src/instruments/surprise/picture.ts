import { inUnit, type Unit } from "@surprisal/core";
import { drawing, readoutRow, text } from "../../figure/drawing.ts";
import type { Palette } from "../../figure/palette.ts";
import { element } from "../../figure/svgText.ts";
import { linearScale } from "../../plot/scale.ts";
import { ticks } from "../../plot/ticks.ts";
import { fill } from "../../words/fill.ts";
import type { Language } from "../../words/language.ts";
import { formatNumber } from "../../words/number.ts";
import { commandOf } from "./command.ts";
import { measure, type Surprise, top } from "./model.ts";
import { readoutsOf } from "./readouts.ts";
import type { SurpriseWords } from "./words/en.ts";

type Setting = { title: string; words: SurpriseWords; language: Language; unit: Unit; palette: Palette };

const height = 470;

/** The figure as an SVG document that stands on its own: title, curve, lengths, readouts and the command that gives the same numbers. */
export function pictureOf(now: Surprise, setting: Setting): string {
  const { palette, title, unit, words, language } = setting;
  return drawing(
    { title, height, palette, command: commandOf(now, unit) },
    curve(now, setting),
    lengths(now, setting),
    readoutRow(readoutsOf(measure(now), undefined, unit, words, language), 378, setting),
  );
}

function curve({ p }: Surprise, { palette, words, language, unit }: Setting): string {
  const x = linearScale([0, 1], [60, 500]);
  const y = linearScale([0, top], [320, 80]);
  const end = inUnit(top * Math.LN2, unit);
  const grey = { fill: palette["ink-2"] };
  const line = Array.from({ length: 8 * top + 1 }, (_, i) => `${x(2 ** (-i / 8))},${y(i / 8)}`);
  const { each } = measure({ p });
  return [
    ...ticks(0, end, 7).flatMap((tick) => {
      const at = y((tick / end) * top);
      return [
        element("line", { x1: 60, x2: 500, y1: at, y2: at, stroke: palette.rule }),
        text(52, at + 5, formatNumber(tick, language, { digits: tick % 1 ? 1 : 0 }), {
          "text-anchor": "end",
          ...grey,
        }),
      ];
    }),
    ...ticks(0, 1, 5).map((tick) =>
      text(x(tick), 340, formatNumber(tick, language, { digits: tick % 1 ? 2 : 0 }), {
        "text-anchor": "middle",
        ...grey,
      }),
    ),
    text(510, 340, words.axis, grey),
    element("polyline", { points: line.join(" "), fill: "none", stroke: palette.ink, "stroke-width": 1.75 }),
    ...p.flatMap((value, i) => {
      const [cx, cy] = [x(value), y(Math.min(top + 0.6, each[i]! / Math.LN2))];
      return [
        element("path", {
          d: `M60,${cy}H${cx}V320`,
          fill: "none",
          stroke: palette.p,
          "stroke-dasharray": "2 3",
        }),
        element("circle", { cx, cy, r: 7, fill: palette.paper, stroke: palette.p, "stroke-width": 2.25 }),
        text(cx + 12, cy - 8, words.events[i]!, { fill: palette.p, "font-weight": 600 }),
      ];
    }),
  ].join("");
}

function lengths(now: Surprise, { palette, words, language, unit }: Setting): string {
  const { each, total } = measure(now);
  const end = top * now.p.length;
  const x = linearScale([0, end], [600, 870]);
  const at = (nats: number) => x(Math.min(end, nats / Math.LN2));
  const rows = [
    ...each.map((nats, i) => ({
      name: words.events[i]!,
      from: each.slice(0, i).reduce((a, b) => a + b, 0),
      nats,
      tint: i > 0,
    })),
    ...(each.length > 1 ? [{ name: words.both, from: 0, nats: total, tint: true }] : []),
  ];
  return [
    text(540, 96, each.length > 1 ? words.lengths : words.length),
    ...rows.flatMap(({ name, from, nats, tint }, i) => [
      text(592, 130 + i * 34, name, { "text-anchor": "end" }),
      element("rect", {
        x: at(from),
        y: 115 + i * 34,
        width: at(from + nats) - at(from),
        height: 22,
        fill: tint ? palette["p-tint"] : palette.p,
        stroke: palette.p,
      }),
      text(at(from + nats) + 8, 131 + i * 34, formatNumber(inUnit(nats, unit), language), {
        "font-weight": 600,
      }),
    ]),
    ...(each.length === 1
      ? [
          text(
            600,
            170,
            fill(Number.isFinite(total) ? words.heads : words.impossible, {
              event: words.events[0]!,
              count: formatNumber(total / Math.LN2, language, { digits: 2 }),
            }),
          ),
        ]
      : []),
  ].join("");
}
