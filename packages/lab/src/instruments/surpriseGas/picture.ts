import { inUnit, type Unit } from "@surprisal/core";
import { drawing, hatch, readoutRow, rule, text } from "../../figure/drawing.ts";
import type { Palette } from "../../figure/palette.ts";
import { element } from "../../figure/svgText.ts";
import { linePath } from "../../plot/linePath.ts";
import { linearScale } from "../../plot/scale.ts";
import { ticks } from "../../plot/ticks.ts";
import { fill } from "../../words/fill.ts";
import type { Language } from "../../words/language.ts";
import { formatNumber } from "../../words/number.ts";
import { commandOf } from "../duel/command.ts";
import { energyScale, placeOf } from "./energyScale.ts";
import { funnelOf } from "./funnel.ts";
import { histogramOf } from "./histogram.ts";
import { type Gas, type Measures, measure, mostDraws, type Reader, runningAverages } from "./model.ts";
import { readoutsOf } from "./readouts.ts";
import { opening, rescale, type Scales } from "./scales.ts";
import { shapes } from "./shapes.ts";
import type { GasWords } from "./words/en.ts";

type Setting = { title: string; words: GasWords; language: Language; unit: Unit; palette: Palette };
type Shown = Setting & { gas: Gas; measures: Measures; scales: Scales };

const height = 560;

/** The figure as an SVG document that stands on its own: both chambers as histograms, the averages, the readouts and the command. */
export function pictureOf(gas: Gas, setting: Setting): string {
  const { palette, title, unit, words, language } = setting;
  const measures = measure(gas);
  const shown = { ...setting, gas, measures, scales: rescale(opening, gas, measures) };
  return drawing(
    { title, height, palette, command: commandOf(gas.duel, unit) },
    chamber(24, "p", shown),
    chamber(270, "q", shown),
    legend(shown),
    averages(shown),
    rule(408, palette),
    readoutRow(readoutsOf(measures, undefined, unit, words, language), 434, setting),
    rule(522, palette),
  );
}

function chamber(left: number, side: "p" | "q", shown: Shown): string {
  const { gas, measures, scales, palette, words, language, unit } = shown;
  const reader = side === "p" ? measures.knows : measures.believes;
  const [across, top, bottom] = [222, 100, 330];
  const x = energyScale(scales.energy, across);
  const y = linearScale([0, 1], [bottom, top]);
  const { columns, infinite } = histogramOf(gas, measures, reader.energies, scales.energy);
  const bars = [
    ...columns.map(({ low, high, pieces }) => ({ from: x(low), to: x(high), pieces })),
    { from: across - 24, to: across - 6, pieces: infinite.pieces },
  ];
  const pieces = bars.flatMap(({ from, to, pieces }) =>
    pieces.flatMap((piece) => [
      element("rect", {
        x: left + from,
        y: y(piece.to),
        width: to - from,
        height: y(piece.from) - y(piece.to),
        fill: side === "p" ? palette.p : hatch,
        stroke: side === "p" ? palette.paper : palette.q,
      }),
      symbol(piece.outcome, left + (from + to) / 2, (y(piece.from) + y(piece.to)) / 2, palette.paper),
    ]),
  );
  const average = left + placeOf(reader.average, scales.energy, across);
  const perBit = inUnit(Math.LN2, unit);
  const axis = ticks(0, scales.energy * perBit, 5).map((tick) =>
    text(left + x(tick / perBit), 358, formatNumber(tick, language, { digits: tick % 1 ? 1 : 0 }), {
      "text-anchor": "middle",
      "font-size": 12,
      fill: palette["ink-2"],
    }),
  );
  return [
    text(left, 72, side === "p" ? words.knows : words.believes, {
      "font-weight": 600,
      fill: palette[side],
    }),
    text(left, 89, averageText(reader, shown), { "font-size": 12 }),
    ...pieces,
    element("line", {
      x1: left,
      x2: left + x(scales.energy),
      y1: bottom,
      y2: bottom,
      stroke: palette["ink-2"],
    }),
    element("path", { d: `M${average} ${bottom}l-6 12h12Z`, fill: palette[side] }),
    ...axis,
  ].join("");
}

function averageText(reader: Reader, { gas, words, language, unit }: Shown): string {
  const count = fill(gas.drawn === 1 ? words.soFarOne : words.soFar, { count: String(gas.drawn) });
  return `${count}: ${formatNumber(inUnit(reader.average, unit), language)} ${unit}`;
}

function legend({ gas, measures, palette }: Shown): string {
  const step = 470 / gas.duel.names.length;
  return gas.duel.names
    .flatMap((name, i) => [
      symbol(i, 30 + i * step, 382, palette["ink-2"]),
      text(42 + i * step, 387, `${name} ${measures.counts[i]}`, { "font-size": 12 }),
    ])
    .join("");
}

function averages({ gas, measures, scales, palette, language, unit }: Shown): string {
  const x = linearScale([0, mostDraws], [560, 860]);
  const y = linearScale([0, scales.mean], [360, 76]);
  const perBit = inUnit(Math.LN2, unit);
  const place = (nats: number) => y(Math.min(scales.mean, nats / Math.LN2));
  const grid = ticks(0, scales.mean * perBit, 5).flatMap((tick) => [
    element("line", { x1: 560, x2: 860, y1: y(tick / perBit), y2: y(tick / perBit), stroke: palette.rule }),
    text(552, y(tick / perBit) + 5, formatNumber(tick, language, { digits: tick % 1 ? 1 : 0 }), {
      "text-anchor": "end",
      fill: palette["ink-2"],
    }),
  ]);
  const lines = (["knows", "believes"] as const).flatMap((key) => {
    const side = key === "knows" ? "p" : "q";
    const reader = measures[key];
    const band = funnelOf(reader, mostDraws);
    const edge = (end: "low" | "high") => band.map((at) => [x(at.draws), place(at[end])] as const);
    const run = runningAverages(measures.outcomes, reader).map(
      (average, draw) => [x(draw + 1), place(average)] as const,
    );
    return [
      element("path", {
        d: linePath([...edge("high"), ...edge("low").reverse()]),
        fill: palette[`${side}-tint`],
      }),
      element("path", { d: linePath(run), fill: "none", stroke: palette[side], "stroke-width": 2 }),
      text(872, place(reader.expected) + 5, key === "knows" ? "H(P)" : "H(P, Q)", {
        "font-weight": 600,
        fill: palette[side],
      }),
    ];
  });
  const ends = [1, mostDraws].map((draw) =>
    text(x(draw), 382, String(draw), { "text-anchor": "middle", fill: palette["ink-2"] }),
  );
  return [...grid, ...lines, ...ends, text(560, 66, `n = ${gas.drawn}`, { fill: palette["ink-2"] })].join("");
}

function symbol(outcome: number, x: number, y: number, fill: string): string {
  return element("path", { d: shapes[outcome], transform: `translate(${x} ${y}) scale(0.5)`, fill });
}
