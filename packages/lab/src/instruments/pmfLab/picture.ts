import { inUnit, type Nats, type Unit } from "@surprisal/core";
import { drawing, readoutRow, rule, text } from "../../figure/drawing.ts";
import { formatProbability, logOf } from "../../figure/format.ts";
import type { Palette } from "../../figure/palette.ts";
import { element } from "../../figure/svgText.ts";
import { groupedBars } from "../../plot/groupedBars.ts";
import { linearScale } from "../../plot/scale.ts";
import { ticks } from "../../plot/ticks.ts";
import { fill } from "../../words/fill.ts";
import type { Language } from "../../words/language.ts";
import { formatNumber } from "../../words/number.ts";
import { commandOf } from "./command.ts";
import { type Measures, measure, type Pmf } from "./model.ts";
import { readoutsOf } from "./readouts.ts";
import { scaleEnd } from "./scale.ts";
import type { PmfWords } from "./words/en.ts";

type Setting = { title: string; words: PmfWords; language: Language; unit: Unit; palette: Palette };

const height = 500;

/** The figure as an SVG document that stands on its own: title, bars, pieces, readouts and the command that gives the same numbers. */
export function pictureOf(pmf: Pmf, setting: Setting): string {
  const { palette, title, unit, words, language } = setting;
  const measures = measure(pmf);
  return drawing(
    { title, height, palette, command: commandOf(pmf, unit) },
    bars(pmf, setting),
    stack(measures, setting),
    pieces(pmf, measures, setting),
    rule(378, palette),
    readoutRow(readoutsOf(measures, undefined, unit, words, language), 402, { palette, unit, tone: "p" }),
    rule(462, palette),
  );
}

function bars({ names, p }: Pmf, { palette, language }: Setting): string {
  const y = linearScale([0, 1], [330, 84]);
  const { groups, barWidth, groupWidth } = groupedBars(names.length, 1, 60, 430);
  const grid = ticks(0, 1, 5).flatMap((tick) => [
    element("line", { x1: 60, x2: 490, y1: y(tick), y2: y(tick), stroke: palette.rule }),
    text(52, y(tick) + 5, formatNumber(tick, language, { digits: tick % 1 ? 2 : 0 }), {
      "text-anchor": "end",
      fill: palette["ink-2"],
    }),
  ]);
  const letters = Math.max(2, Math.floor(groupWidth / 8));
  const marks = groups.flatMap(({ middle, left }, i) => [
    element("rect", {
      x: left[0],
      y: y(p[i]!),
      width: barWidth,
      height: y(0) - y(p[i]!),
      fill: palette.p,
    }),
    text(middle, y(p[i]!) - 7, formatProbability(p[i]!, language), {
      "text-anchor": "middle",
      "font-weight": 600,
      "font-size": 13,
      fill: palette.p,
    }),
    text(middle, 352, shortened(names[i]!, letters), { "text-anchor": "middle", "font-size": 13 }),
  ]);
  return [...grid, ...marks].join("");
}

function stack(measures: Measures, { palette, words, language, unit }: Setting): string {
  const x = linearScale([0, scaleEnd(measures.ceiling) * Math.LN2], [540, 920]);
  const ceiling = fill(words.ceiling, {
    log: `${logOf[unit]} ${measures.pieces.length}`,
    value: formatNumber(inUnit(measures.ceiling, unit), language),
  });
  const starts = measures.pieces.map((_, i) => measures.pieces.slice(0, i).reduce((a, b) => a + b, 0));
  const strongest = Math.max(...measures.pieces);
  return [
    text(540, 84, `${words.stack}: H(P)`),
    ...measures.pieces.map((piece, i) =>
      element("rect", {
        x: x(starts[i]!),
        y: 92,
        width: x(piece) - x(0),
        height: 20,
        fill: piece === strongest ? palette.p : palette["p-tint"],
        stroke: palette.p,
      }),
    ),
    element("rect", { x: x(measures.ceiling) - 1, y: 86, width: 2, height: 32, fill: palette.ink }),
    text(x(measures.ceiling), 136, ceiling, { "text-anchor": "end", "font-size": 13 }),
  ].join("");
}

function pieces({ names }: Pmf, measures: Measures, { palette, words, language, unit }: Setting): string {
  // −p·log p is at most 1/e nats.
  const x = linearScale([0, 1 / Math.E], [690, 860]);
  const step = Math.min(22, 180 / names.length);
  const strongest = Math.max(...measures.pieces);
  const amount = (nats: Nats) => formatNumber(inUnit(nats, unit), language);
  const rows = measures.pieces.flatMap((piece, i) => {
    const y = 182 + i * step;
    return [
      text(540, y + step * 0.72, shortened(names[i]!, 11), { "font-size": 13 }),
      text(675, y + step * 0.72, amount(measures.surprises[i]!), { "font-size": 13, "text-anchor": "end" }),
      element("rect", {
        x: x(0),
        y: y + 2,
        width: x(piece) - x(0),
        height: step - 4,
        fill: piece === strongest ? palette.p : palette["p-tint"],
        stroke: palette.p,
      }),
      text(x(piece) + 6, y + step * 0.72, amount(piece), { "font-size": 13, "font-weight": 500 }),
    ];
  });
  const head = { "font-size": 12, fill: palette["ink-2"] };
  return [
    text(540, 160, words.where),
    text(675, 176, words.rare, { ...head, "text-anchor": "end" }),
    text(690, 176, words.piece, head),
    ...rows,
  ].join("");
}

function shortened(name: string, letters: number): string {
  return name.length > letters ? `${name.slice(0, letters - 1)}…` : name;
}
