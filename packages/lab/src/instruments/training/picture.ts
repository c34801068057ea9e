import { inUnit, type Unit } from "@surprisal/core";
import { drawing, readoutRow, text } from "../../figure/drawing.ts";
import { formatExact } from "../../figure/format.ts";
import type { Palette } from "../../figure/palette.ts";
import { element } from "../../figure/svgText.ts";
import { areaPath, linePath } from "../../plot/linePath.ts";
import { linearScale } from "../../plot/scale.ts";
import { ticks } from "../../plot/ticks.ts";
import type { Language } from "../../words/language.ts";
import { dotsPath, lastMomentShown, placesOf } from "./curve.ts";
import { stride } from "./model.ts";
import { readoutsOf } from "./readouts.ts";
import type { Trained } from "./trainer.ts";
import type { TrainingWords } from "./words/en.ts";

type Setting = { title: string; words: TrainingWords; language: Language; unit: Unit; palette: Palette };

const height = 460;

/** The loss curve as an SVG document that stands on its own, with its readouts and what the model writes. */
export function pictureOf({ ground, moments }: Trained, setting: Setting): string {
  const { palette, title, unit, words, language } = setting;
  const now = moments.at(-1)!;
  const last = lastMomentShown(moments.length - 1);
  const end = Math.max(...moments.map(({ training }) => training)) * 1.05;
  const x = linearScale([0, last], [70, 930]);
  const y = linearScale([0, end], [320, 70]);
  const training = placesOf(moments, "training", x, y);
  const line = { fill: "none", "stroke-width": 2 };
  return drawing(
    { title: `${title} (${unit})`, height, palette, command: "" },
    ...ticks(0, inUnit(end, unit), 6).flatMap((tick) => {
      const place = y(tick / inUnit(1, unit));
      return [
        element("line", { x1: 70, x2: 930, y1: place, y2: place, stroke: palette.rule }),
        text(62, place + 5, formatExact(tick, language), { "text-anchor": "end", fill: palette["ink-2"] }),
      ];
    }),
    element("rect", {
      x: 70,
      y: y(ground.floor),
      width: x(moments.length - 1) - 70,
      height: y(0) - y(ground.floor),
      fill: palette["p-tint"],
    }),
    element("path", { d: areaPath(training, y(ground.floor)), fill: palette["gap-tint"] }),
    element("path", {
      d: dotsPath(placesOf(moments, "batch", x, y)),
      stroke: palette["ink-2"],
      "stroke-width": 3,
      "stroke-linecap": "round",
    }),
    element("path", {
      d: linePath(placesOf(moments, "heldOut", x, y)),
      stroke: palette.ink,
      "stroke-dasharray": "5 3",
      ...line,
    }),
    element("path", { d: linePath(training), stroke: palette.ink, ...line }),
    text(930, 340, `${formatExact(last * stride, language)} ${words.steps}`, { "text-anchor": "end" }),
    readoutRow(readoutsOf(ground, now, unit, words, language), 362, setting),
    text(24, 440, now.sample, { "font-family": "IBM Plex Mono, monospace", "font-size": 12 }),
  );
}
