import { inUnit } from "@surprisal/core";
import { drawing, readoutRow, text } from "../../figure/drawing.ts";
import type { Palette } from "../../figure/palette.ts";
import { element } from "../../figure/svgText.ts";
import { linearScale } from "../../plot/scale.ts";
import { fill } from "../../words/fill.ts";
import type { Language } from "../../words/language.ts";
import { formatNumber } from "../../words/number.ts";
import { commandOf } from "./command.ts";
import { type Game, type Measures, measure } from "./model.ts";
import { questionOf } from "./question.ts";
import { readoutsOf } from "./readouts.ts";
import { runs } from "./runs.ts";
import type { QuestionsWords } from "./words/en.ts";

type Setting = { title: string; words: QuestionsWords; language: Language; palette: Palette };

const [left, right, floor] = [40, 840, 240];

/** The figure as an SVG document that stands on its own: title, odds, path, bounds, readouts and the command that gives the same numbers. */
export function pictureOf(game: Game, setting: Setting): string {
  const { palette, title, words, language } = setting;
  const measures = measure(game);
  const below = floor + 50 + measures.longest * 17;
  const height = below + 220;
  return drawing(
    { title, height, palette, command: commandOf(game) },
    text(24, 72, questionOf(game, measures, words, language), { "font-size": 17 }),
    board(game, measures, setting),
    bounds(measures, below, setting),
    readoutRow(readoutsOf(game, measures, words, language), below + 108, { palette, unit: "bits" }),
  );
}

function board({ n, path, target }: Game, measures: Measures, { palette, words }: Setting): string {
  const band = (right - left) / n;
  const gap = n > 64 ? 0 : Math.min(8, band * 0.2);
  const y = linearScale([0, Math.max(...measures.p)], [floor, 100]);
  const here = new Set(measures.stages.at(-1));
  const x = (i: number) => left + i * band;
  const bars = (wanted: boolean) =>
    [...measures.p]
      .map((p, i) =>
        here.has(i) === wanted ? `M${x(i) + gap / 2},${floor}V${y(p)}H${x(i + 1) - gap / 2}V${floor}Z` : "",
      )
      .join("");
  const span = (indices: readonly number[], at: number) =>
    runs(indices)
      .map(({ from, to }) => `M${x(from) + gap / 2},${at}H${x(to + 1) - gap / 2}v12H${x(from) + gap / 2}Z`)
      .join("");
  const marked = target === undefined ? [1, n] : [...new Set([1, target, n])];
  return [
    element("path", { d: bars(false), fill: palette["p-tint"] }),
    element("path", { d: bars(true), fill: palette.p }),
    ...marked.map((label) =>
      text((x(label - 1) + x(label)) / 2, floor + 20, String(label), { "text-anchor": "middle" }),
    ),
    ...measures.stages.slice(1).flatMap((stage, k) => [
      element("path", {
        d: span(stage, floor + 36 + k * 17),
        fill: k + 1 === path.length ? palette.p : palette["p-tint"],
      }),
      text(right + 10, floor + 46 + k * 17, path[k] === "0" ? words.yes : words.no, { "font-weight": 600 }),
      text(right + 44, floor + 46 + k * 17, fill(words.left, { count: String(stage.length) }), {
        "font-size": 12,
        fill: palette["ink-2"],
      }),
    ]),
  ].join("");
}

function bounds({ entropy, expected }: Measures, top: number, { palette, words, language }: Setting): string {
  const bits = inUnit(entropy, "bits");
  const x = linearScale([0, Math.max(bits + 1, expected.halving)], [200, 820]);
  const row = (name: string, mean: number, at: number) => [
    text(192, at + 14, name, { "text-anchor": "end" }),
    element("rect", {
      x: 200,
      y: at,
      width: x(Math.min(bits, mean)) - 200,
      height: 18,
      fill: name === words.entropy ? palette.p : palette["p-tint"],
    }),
    element("rect", {
      x: x(bits),
      y: at,
      width: Math.max(0, x(mean) - x(bits)),
      height: 18,
      fill: palette.gap,
    }),
    text(x(mean) + 8, at + 14, formatNumber(mean, language)),
  ];
  return [
    ...row(words.entropy, bits, top),
    ...row(words.strategies.best, expected.best, top + 26),
    ...row(words.strategies.halving, expected.halving, top + 52),
  ].join("");
}
