import { inUnit, type Unit } from "@surprisal/core";
import { formatExact } from "../../figure/format.ts";
import type { Palette } from "../../figure/palette.ts";
import { element, escapeText } from "../../figure/svgText.ts";
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

const [width, height] = [960, 500];

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
  const size = { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${width} ${height}` };
  const font = "IBM Plex Sans Variable, IBM Plex Sans, system-ui, sans-serif";
  const stroke = (name: string) => ({
    fill: "none",
    stroke: name === state.estimator ? palette.ink : palette.rule,
    "stroke-width": name === state.estimator ? 2.5 : 1,
  });
  const flat = stops.map(() => truth);
  const [low, high] = [-1, 1].map((side) => ensemble.mean.map((mean, i) => mean + side * ensemble.sd[i]!));
  const [clip, clipped] = ["clip", "url(#clip)"];
  const readouts = readoutsOf(state, { truth, now, ensemble, details }, unit, words, language);
  return element(
    "svg",
    { ...size, "font-family": font, "font-size": 14, fill: palette.ink, role: "img" },
    element("title", {}, escapeText(title)),
    element(
      "defs",
      {},
      element("clipPath", { id: clip }, element("rect", { x: 70, y: 80, width: 866, height: 260 })),
    ),
    element("rect", { width, height, fill: palette.paper }),
    element("rect", { x: 24, y: 20, width: width - 48, height: 2, fill: palette.ink }),
    text(24, 46, `${title}: ${words.raceTitle[state.of]}`, { "font-weight": 600 }),
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
    ...readouts.flatMap(({ name, symbol, value, strong, unit: own = unit }, i) => [
      text(24 + i * 228, 402, name, { "font-size": 12, fill: palette["ink-2"] }),
      text(24 + i * 228, 418, symbol, { "font-size": 12, fill: palette["ink-2"] }),
      text(24 + i * 228, 446, `${value} ${own}`, {
        "font-size": 22,
        fill: strong ? palette["gap-ink"] : palette.ink,
      }),
    ]),
    text(24, 484, `$ ${shortened(commandOf(state, unit))}`, {
      "font-family": "IBM Plex Mono, monospace",
      "font-size": 11,
      fill: palette["ink-2"],
    }),
  );
}

function text(x: number, y: number, content: string, style: Record<string, string | number> = {}): string {
  return element("text", { x, y, ...style }, escapeText(content));
}

// The command of an information lists every pair; the whole of it is in the data.
function shortened(command: string): string {
  return command.length > 130 ? `${command.slice(0, 129)}…` : command;
}
