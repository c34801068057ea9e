import { inUnit, type Unit } from "@surprisal/core";
import { drawing, readoutRow, text } from "../../figure/drawing.ts";
import { formatExact } from "../../figure/format.ts";
import type { Palette } from "../../figure/palette.ts";
import { element } from "../../figure/svgText.ts";
import { linearScale } from "../../plot/scale.ts";
import { ticks } from "../../plot/ticks.ts";
import type { Language } from "../../words/language.ts";
import { commandOf } from "./command.ts";
import { firstOf } from "./first.ts";
import { bandOf, lineOf, placeOf, rangeOf } from "./lines.ts";
import { countsOf, drawsOf, estimate, mostDraws, type Samples, truthOf } from "./model.ts";
import { stops } from "./race.ts";
import { readoutsOf } from "./readouts.ts";
import type { SamplesWords } from "./words/en.ts";

type Setting = { title: string; words: SamplesWords; language: Language; unit: Unit; palette: Palette };

const height = 500;

/** The figure as an SVG document that stands on its own: the race, readouts and the command that gives the same numbers. */
export function pictureOf(state: Samples, setting: Setting): string {
  const { palette, title, unit, words, language } = setting;
  const { paths, ensemble, details } = firstOf(state);
  const truth = truthOf(state);
  const now = estimate(state.of, state.estimator, countsOf(state, drawsOf(state, state.draws)));
  const range = rangeOf(state);
  const x = linearScale([0, 1], [70, 936]);
  const y = linearScale(range, [340, 80]);
  const perBit = inUnit(Math.LN2, unit);
  const stroke = (name: string) => ({
    fill: "none",
    stroke: name === state.estimator ? palette.ink : palette.rule,
    "stroke-width": name === state.estimator ? 2.5 : 1,
  });
  const flat = stops.map(() => truth);
  const [low, high] = [-1, 1].map((side) => ensemble.mean.map((mean, i) => mean + side * ensemble.sd[i]!));
  const [clip, clipped] = ["clip", "url(#clip)"];
  const readouts = readoutsOf(state, { truth, now, ensemble, details }, unit, words, language);
  return drawing(
    {
      title: `${title}: ${words.raceTitle[state.of]}`,
      height,
      palette,
      command: commandOf(state, unit),
    },
    element(
      "defs",
      {},
      element("clipPath", { id: clip }, element("rect", { x: 70, y: 80, width: 866, height: 260 })),
    ),
    ...ticks(range[0] * perBit, range[1] * perBit, 6).flatMap((tick) => [
      element("line", { x1: 70, x2: 936, y1: y(tick / perBit), y2: y(tick / perBit), stroke: palette.rule }),
      text(60, y(tick / perBit) + 5, formatExact(tick, language), { "text-anchor": "end" }),
    ]),
    ...[2, 10, 100, mostDraws].map((draws) =>
      text(x(placeOf(draws)), 362, formatExact(draws, language), { "text-anchor": "middle" }),
    ),
    element(
      "g",
      { "clip-path": clipped },
      element("path", { d: bandOf(low!, high!, x, y), fill: palette["ink-2"], "fill-opacity": 0.14 }),
      element("path", { d: bandOf(ensemble.mean, flat, x, y), fill: palette.gap, "fill-opacity": 0.75 }),
      ...Object.entries(paths).map(([name, values]) =>
        element("path", { d: lineOf(values, state.draws, x, y), ...stroke(name) }),
      ),
    ),
    element("line", {
      x1: 70,
      x2: 936,
      y1: y(truth / Math.LN2),
      y2: y(truth / Math.LN2),
      stroke: palette.p,
      "stroke-width": 2.5,
      "stroke-dasharray": "7 4",
    }),
    readoutRow(readouts, 402, setting),
  );
}
