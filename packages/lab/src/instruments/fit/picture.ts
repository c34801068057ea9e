import type { Unit } from "@surprisal/core";
import { drawing, fineHatch, readoutRow, rule, text } from "../../figure/drawing.ts";
import type { Palette } from "../../figure/palette.ts";
import { element } from "../../figure/svgText.ts";
import { areaPath, linePath } from "../../plot/linePath.ts";
import { linearScale } from "../../plot/scale.ts";
import type { Language } from "../../words/language.ts";
import { commandOf } from "./command.ts";
import { type Curves, curvesOf, domain } from "./curves.ts";
import { type Fit, measure, optimaOf } from "./model.ts";
import { handReadouts } from "./readouts.ts";
import { opening, rescale } from "./scales.ts";
import type { FitWords } from "./words/en.ts";

type Setting = { title: string; words: FitWords; language: Language; unit: Unit; palette: Palette };

const height = 520;

/** The figure as an SVG document that stands on its own: densities, both integrands, readouts and the command that gives the same numbers. */
export function pictureOf(fit: Fit, setting: Setting): string {
  const { palette, title, unit, words } = setting;
  const curves = curvesOf(fit);
  const at = measure(fit);
  const scales = rescale(opening, curves, at);
  const integrand = (top: number, name: string, values: readonly number[]) => [
    text(560, top, name, { "font-weight": 600 }),
    ...area(curves, values, [top + 12, top + 122], [-scales.down, scales.up], palette),
  ];
  return drawing(
    { title, height, palette, command: commandOf(fit, unit) },
    ...densities(curves, scales.density, palette),
    ...integrand(84, `${words.forwardTitle}: P · log P/Q`, curves.forward),
    ...integrand(240, `${words.reverseTitle}: Q · log Q/P`, curves.reverse),
    rule(396, palette),
    readoutRow(handReadouts(at, undefined, optimaOf(fit), setting), 418, setting),
    rule(482, palette),
  );
}

function densities({ x: places, p, q }: Curves, end: number, palette: Palette): string[] {
  const x = linearScale(domain, [24, 520]);
  const y = linearScale([0, end], [360, 76]);
  const points = (values: readonly number[]) => values.map((value, i) => [x(places[i]!), y(value)] as const);
  return [
    element("path", {
      d: areaPath(points(p), 360),
      fill: palette["p-tint"],
      stroke: palette.p,
      "stroke-width": 2,
    }),
    element("path", { d: areaPath(points(q), 360), fill: fineHatch }),
    element("path", { d: linePath(points(q)), fill: "none", stroke: palette.q, "stroke-width": 2 }),
    ...[-4, -2, 0, 2, 4].map((tick) =>
      text(x(tick), 380, String(tick).replace("-", "−"), { "text-anchor": "middle", fill: palette["ink-2"] }),
    ),
  ];
}

function area(
  { x: places }: Curves,
  values: readonly number[],
  [top, bottom]: readonly [number, number],
  [low, high]: readonly [number, number],
  palette: Palette,
): string[] {
  const x = linearScale(domain, [560, 936]);
  const y = linearScale([low, high], [bottom, top]);
  const part = (keep: (value: number) => number) =>
    areaPath(
      values.map((value, i) => [x(places[i]!), y(Math.min(high, Math.max(low, keep(value))))] as const),
      y(0),
    );
  return [
    element("path", { d: part((value) => Math.max(0, value)), fill: palette.gap }),
    element("path", {
      d: part((value) => Math.min(0, value)),
      fill: palette["gap-tint"],
      stroke: palette.gap,
    }),
    element("line", { x1: 560, x2: 936, y1: y(0), y2: y(0), stroke: palette["ink-2"] }),
  ];
}
