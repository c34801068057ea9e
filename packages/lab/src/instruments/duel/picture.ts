import { inUnit, type Nats, type Unit } from "@surprisal/core";
import { formatProbability } from "../../figure/format.ts";
import type { Palette } from "../../figure/palette.ts";
import { element, escapeText } from "../../figure/svgText.ts";
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

const [width, height] = [960, 480];
const hatch = "hatch";

/** The figure as an SVG document that stands on its own: title, bars, costs, terms, readouts and the command that gives the same numbers. */
export function pictureOf(duel: Duel, setting: Setting): string {
  const { palette, title, unit } = setting;
  const measures = measure(duel);
  const size = { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${width} ${height}` };
  const font = "IBM Plex Sans Variable, IBM Plex Sans, system-ui, sans-serif";
  return element(
    "svg",
    { ...size, "font-family": font, "font-size": 14, fill: palette.ink, role: "img" },
    element("title", {}, escapeText(title)),
    element("defs", {}, hatchOf(palette)),
    element("rect", { width, height, fill: palette.paper }),
    element("rect", { x: 24, y: 20, width: width - 48, height: 2, fill: palette.ink }),
    text(24, 46, title, { "font-weight": 600 }),
    bars(duel, setting),
    costs(measures, setting),
    wasteTerms(duel, measures, setting),
    numbers(measures, setting),
    rule(442, palette),
    text(24, 464, `$ ${commandOf(duel, unit)}`, {
      "font-family": "IBM Plex Mono, monospace",
      "font-size": 12,
      fill: palette["ink-2"],
    }),
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
        fill: s === 0 ? palette.p : `url(#${hatch})`,
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

function numbers(measures: Measures, { palette, words, language, unit }: Setting): string {
  const items = readoutsOf(measures, undefined, unit, words, language);
  return [
    rule(362, palette),
    ...items.flatMap(({ name, symbol, value, strong }, i) => {
      const x = 24 + i * 228;
      return [
        text(x, 384, name, { "font-size": 12, fill: palette["ink-2"] }),
        text(x, 400, symbol, { "font-size": 12, fill: palette["ink-2"] }),
        text(x, 428, `${value} ${unit}`, {
          "font-size": 22,
          fill: strong ? palette["gap-ink"] : palette.ink,
        }),
      ];
    }),
  ].join("");
}

function hatchOf(palette: Palette): string {
  const turn = { patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" };
  return element(
    "pattern",
    { id: hatch, width: 6, height: 6, ...turn },
    element("rect", { width: 6, height: 6, fill: palette["q-tint"] }),
    element("rect", { width: 2, height: 6, fill: palette.q }),
  );
}

function rule(y: number, palette: Palette): string {
  return element("line", { x1: 24, x2: width - 24, y1: y, y2: y, stroke: palette.rule });
}

function text(x: number, y: number, content: string, style: Record<string, string | number> = {}): string {
  return element("text", { x, y, ...style }, escapeText(content));
}

function shortened(name: string, letters: number): string {
  return name.length > letters ? `${name.slice(0, letters - 1)}…` : name;
}
