import { inUnit, type Nats, type Unit } from "@surprisal/core";
import { drawing, hatch, readoutRow, rule, text } from "../../figure/drawing.ts";
import { formatProbability } from "../../figure/format.ts";
import type { Palette } from "../../figure/palette.ts";
import { element } from "../../figure/svgText.ts";
import { groupedBars } from "../../plot/groupedBars.ts";
import { linearScale } from "../../plot/scale.ts";
import { ticks } from "../../plot/ticks.ts";
import { fill } from "../../words/fill.ts";
import type { Language } from "../../words/language.ts";
import { formatNumber } from "../../words/number.ts";
import { commandOf } from "./command.ts";
import { type Duel, type Measures, measure } from "./model.ts";
import { readoutsOf } from "./readouts.ts";
import { rescale } from "./scales.ts";
import type { DuelWords } from "./words/en.ts";

type Setting = { title: string; words: DuelWords; language: Language; unit: Unit; palette: Palette };

const height = 480;

/** The figure as an SVG document that stands on its own: title, bars, costs, terms, readouts and the command that gives the same numbers. */
export function pictureOf(duel: Duel, setting: Setting): string {
  const { palette, title, unit, words, language } = setting;
  const measures = measure(duel);
  return drawing(
    { title, height, palette, command: commandOf(duel, unit) },
    bars(duel, setting),
    costs(measures, setting),
    wasteTerms(duel, measures, setting),
    rule(362, palette),
    readoutRow(readoutsOf(measures, undefined, unit, words, language), 384, setting),
    rule(442, palette),
  );
}

function bars({ names, p, q }: Duel, { palette, language }: Setting): string {
  const y = linearScale([0, 1], [320, 84]);
  const { groups, barWidth, groupWidth } = groupedBars(names.length, 2, 60, 430);
  const grid = ticks(0, 1, 5).flatMap((tick) => [
    element("line", { x1: 60, x2: 490, y1: y(tick), y2: y(tick), stroke: palette.rule }),
    text(52, y(tick) + 5, formatNumber(tick, language, { digits: tick % 1 ? 2 : 0 }), {
      "text-anchor": "end",
      fill: palette["ink-2"],
    }),
  ]);
  const letters = Math.max(2, Math.floor(groupWidth / 8));
  const marks = groups.flatMap(({ middle, left }, i) => [
    ...([p, q] as const).flatMap((side, s) => [
      element("rect", {
        x: left[s],
        y: y(side[i]!),
        width: barWidth,
        height: y(0) - y(side[i]!),
        fill: s === 0 ? palette.p : hatch,
        stroke: s === 0 ? undefined : palette.q,
      }),
      text(left[s]! + barWidth / 2, y(side[i]!) - 7, formatProbability(side[i]!, language), {
        "text-anchor": "middle",
        "font-weight": 600,
        "font-size": 13,
        fill: s === 0 ? palette.p : palette.q,
      }),
    ]),
    text(middle, 342, shortened(names[i]!, letters), { "text-anchor": "middle" }),
  ]);
  return [...grid, ...marks].join("");
}

function costs(measures: Measures, { palette, words, language, unit }: Setting): string {
  const end = rescale({ cost: 1, up: 1, down: 1 }, measures).cost * Math.LN2;
  const x = linearScale([0, end], [540, 920]);
  const [known, paid] = [x(measures.entropyP), x(Math.min(measures.crossEntropy, end))];
  const amount = formatNumber(inUnit(measures.forward, unit), language);
  return [
    text(540, 84, `${words.cannotAvoid}: H(P)`),
    element("rect", { x: 540, y: 92, width: known - 540, height: 20, fill: palette.p }),
    text(540, 138, `${words.pay}: H(P, Q)`),
    element("rect", {
      x: 540,
      y: 146,
      width: known - 540,
      height: 20,
      fill: palette["p-tint"],
      stroke: palette.p,
    }),
    element("rect", { x: known, y: 146, width: paid - known, height: 20, fill: palette.gap }),
    text(Math.max(paid, 680), 186, fill(words.wasted, { value: amount }), {
      "text-anchor": "end",
      "font-weight": 600,
      fill: palette["gap-ink"],
    }),
  ].join("");
}

function wasteTerms(
  { names }: Duel,
  measures: Measures,
  { palette, words, language, unit }: Setting,
): string {
  const { up, down } = rescale({ cost: 1, up: 1, down: 1 }, measures);
  const x = linearScale([-down, up], [630, 860]);
  const step = Math.min(20, 120 / names.length);
  const worst = Math.max(...measures.terms);
  const place = (nats: Nats) => x(Math.max(-down, Math.min(up, nats / Math.LN2)));
  const rows = measures.terms.flatMap((term, i) => {
    const y = 222 + i * step;
    const [from, to] = [Math.min(x(0), place(term)), Math.max(x(0), place(term))];
    return [
      text(540, y + step * 0.7, shortened(names[i]!, 11), { "font-size": 13 }),
      element("rect", {
        x: from,
        y: y + 2,
        width: to - from,
        height: step - 4,
        fill: term === worst ? palette.gap : palette["gap-tint"],
        stroke: palette.gap,
      }),
      text(to + 6, y + step * 0.7, formatNumber(inUnit(term, unit), language, { sign: true }), {
        "font-size": 13,
        "font-weight": 500,
      }),
    ];
  });
  return [text(540, 212, words.whereFrom), ...rows].join("");
}

function shortened(name: string, letters: number): string {
  return name.length > letters ? `${name.slice(0, letters - 1)}…` : name;
}
