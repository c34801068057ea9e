import type { Probabilities, Unit } from "@surprisal/core";
import { drawing, hatch, readoutRow, text } from "../../figure/drawing.ts";
import type { Palette } from "../../figure/palette.ts";
import { element } from "../../figure/svgText.ts";
import { groupedBars } from "../../plot/groupedBars.ts";
import { linearScale } from "../../plot/scale.ts";
import { ticks } from "../../plot/ticks.ts";
import type { Language } from "../../words/language.ts";
import { formatNumber } from "../../words/number.ts";
import { commandOf } from "./command.ts";
import { measure } from "./measure.ts";
import { drinks, gather, kinds } from "./menu.ts";
import type { Distill } from "./model.ts";
import { barNames, orderNames } from "./names.ts";
import { learnReadouts, modesOf } from "./readouts.ts";
import { soughtBy } from "./teacher.ts";
import type { DistillWords } from "./words/en.ts";

type Setting = { title: string; words: DistillWords; language: Language; unit: Unit; palette: Palette };

const height = 470;

/** The figure as an SVG document that stands on its own: the bars, all orders, the numbers and the command that gives D(P‖Q). */
export function pictureOf(state: Distill, q: Probabilities, setting: Setting): string {
  const { palette, title, unit, words } = setting;
  const p = soughtBy(state);
  return drawing(
    { title, height, palette, command: commandOf(orderNames(words), p, q, unit) },
    text(60, 72, words.teacher, { fill: palette.p }),
    text(220, 72, words.student, { fill: palette.q }),
    ...bars(p, q, setting),
    ...grid(p, q, setting),
    readoutRow(learnReadouts(measure(state, q), modesOf(p), setting), 390, setting),
  );
}

function bars(p: Probabilities, q: Probabilities, { palette, words, language }: Setting): string[] {
  const y = linearScale([0, 1], [300, 92]);
  const names = barNames(words);
  const { groups, barWidth } = groupedBars(names.length, 2, 60, 430);
  const [shares, said] = [gather(p), gather(q)];
  return [
    ...ticks(0, 1, 5).flatMap((tick) => [
      element("line", { x1: 60, x2: 490, y1: y(tick), y2: y(tick), stroke: palette.rule }),
      text(52, y(tick) + 5, formatNumber(tick, language, { digits: tick % 1 ? 2 : 0 }), {
        "text-anchor": "end",
        fill: palette["ink-2"],
      }),
    ]),
    ...groups.flatMap(({ middle, left }, i) => [
      bar(left[0]!, barWidth, y(shares[i]!), y(0), { fill: palette.p }),
      bar(left[1]!, barWidth, y(said[i]!), y(0), { fill: hatch, stroke: palette.q }),
      text(0, 0, names[i]!, {
        "text-anchor": "end",
        "font-size": 12,
        transform: `translate(${middle + 4} 316) rotate(-40)`,
      }),
    ]),
  ];
}

function grid(p: Probabilities, q: Probabilities, { palette, words }: Setting): string[] {
  const [left, top, side] = [600, 92, 66];
  const square = (order: number, share: number, style: Record<string, string>) => {
    const length = Math.sqrt(share) * side;
    const [x, y] = [left + ((order % drinks) + 0.5) * side, top + (Math.floor(order / drinks) + 0.5) * side];
    return element("rect", { x: x - length / 2, y: y - length / 2, width: length, height: length, ...style });
  };
  return [
    ...words.drinks.map((drink, i) =>
      text(left + (i + 0.5) * side, top - 10, drink, { "text-anchor": "middle", fill: palette["ink-2"] }),
    ),
    ...words.kinds.map((kind, i) =>
      text(left - 10, top + (i + 0.5) * side + 5, kind, { "text-anchor": "end", fill: palette["ink-2"] }),
    ),
    ...Array.from({ length: kinds * drinks }, (_, order) => [
      square(order, 1, { fill: "none", stroke: palette.rule }),
      square(order, p[order]!, { fill: palette["p-tint"], stroke: palette.p }),
      square(order, q[order]!, { fill: hatch, stroke: palette.q }),
    ]).flat(),
  ];
}

function bar(x: number, width: number, top: number, base: number, style: Record<string, string>): string {
  return element("rect", { x, y: top, width, height: base - top, ...style });
}
