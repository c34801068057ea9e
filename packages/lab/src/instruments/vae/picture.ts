import { inUnit, type Unit } from "@surprisal/core";
import { drawing, readoutRow, text } from "../../figure/drawing.ts";
import { formatExact } from "../../figure/format.ts";
import type { Palette } from "../../figure/palette.ts";
import { element } from "../../figure/svgText.ts";
import { linePath } from "../../plot/linePath.ts";
import { linearScale } from "../../plot/scale.ts";
import { fill } from "../../words/fill.ts";
import type { Language } from "../../words/language.ts";
import { commandOf } from "./command.ts";
import type { Ending } from "./finished.ts";
import type { Cost } from "./loss.ts";
import { stride, type Vae } from "./model.ts";
import { decode, netOfDecoder } from "./net.ts";
import { album } from "./pictures.ts";
import { readoutsOf } from "./readouts.ts";
import type { Moment } from "./run.ts";
import { brightnessOf, levelsOf } from "./squares.ts";
import { ends } from "./trade.ts";
import type { VaeWords } from "./words/en.ts";

type Setting = { title: string; words: VaeWords; language: Language; unit: Unit; palette: Palette };
type Told = { costs: readonly Cost[]; moment: Moment; endings: readonly Ending[] };

const height = 540;

/** The figure as an SVG document that stands on its own: codes, nights and what comes back, the trade, readouts and the command. */
export function pictureOf(state: Vae, told: Told, setting: Setting): string {
  const { palette, title, unit, words, language } = setting;
  const settings = `β = ${formatExact(state.beta, language)}, ${fill(words.steps, { steps: String(state.moment * stride) })}`;
  return drawing(
    { title: `${title}: ${settings}`, height, palette, command: commandOf(told.moment, unit) },
    ...codes(told.moment, setting),
    ...nights(told.moment, setting),
    ...trade(told, setting),
    readoutRow(readoutsOf(told.moment, state.beta, setting), 440, setting),
  );
}

function codes({ codes }: Moment, { palette }: Setting): string[] {
  const x = linearScale([-3.2, 3.2], [24, 364]);
  const y = linearScale([-3.2, 3.2], [404, 64]);
  const one = x(1) - x(0);
  const prior = { fill: "none", stroke: palette["ink-2"], "stroke-dasharray": "2 4" };
  return [
    element("rect", { x: 24, y: 64, width: 340, height: 340, fill: "none", stroke: palette["ink-2"] }),
    ...[1, 2].map((sds) => element("circle", { cx: x(0), cy: y(0), r: sds * one, ...prior })),
    ...codes.map(([m1, m2, s1, s2]) =>
      element("ellipse", {
        cx: x(m1!),
        cy: y(m2!),
        rx: s1! * one,
        ry: s2! * one,
        fill: palette["q-tint"],
        "fill-opacity": 0.3,
        stroke: palette.q,
      }),
    ),
  ];
}

function nights({ codes, decoder }: Moment, { palette }: Setting): string[] {
  const net = netOfDecoder(decoder);
  return codes
    .slice(0, 6)
    .flatMap((code, i) => [
      house(album[i]!, [410 + i * 88, 64], palette.p),
      house(brightnessOf(decode(net, code).logits), [410 + i * 88, 152], palette.q),
    ]);

  function house(brightness: ArrayLike<number>, [x, y]: readonly [number, number], ink: string): string {
    return element(
      "g",
      { transform: `translate(${x} ${y})` },
      element("rect", { width: 80, height: 80, fill: "none", stroke: palette.rule }),
      ...levelsOf(brightness, 10).map(({ brightness, path }) =>
        element("path", { d: path, fill: ink, "fill-opacity": brightness }),
      ),
    );
  }
}

function trade({ costs, endings }: Told, { palette, words, unit, language }: Setting): string[] {
  const x = linearScale([0, ends.rate], [430, 930]);
  const y = linearScale([0, ends.distortion], [390, 262]);
  const at = ({ rate, distortion }: Cost) =>
    [x(Math.min(ends.rate, rate)), y(Math.min(ends.distortion, distortion))] as const;
  const line = { fill: "none", "stroke-width": 2 };
  const [px, py] = at(costs.at(-1)!);
  return [
    element("path", { d: `M430 262V390H930`, fill: "none", stroke: palette["ink-2"] }),
    element("path", { d: linePath(endings.map(at)), stroke: palette.q, ...line }),
    element("path", { d: linePath(costs.map(at)), stroke: palette.ink, fill: "none" }),
    ...endings.map((ending) => {
      const [cx, cy] = at(ending);
      return element("circle", { cx, cy, r: 4, fill: palette.paper, stroke: palette.q });
    }),
    element("circle", { cx: px, cy: py, r: 6, fill: palette.gap, stroke: palette.ink }),
    text(
      930,
      408,
      `${fill(words.told, { unit })} 0–${formatExact(Math.round(inUnit(ends.rate, unit)), language)}`,
      {
        "text-anchor": "end",
        "font-size": 12,
        fill: palette["ink-2"],
      },
    ),
    text(430, 256, fill(words.left, { unit }), { "font-size": 12, fill: palette["ink-2"] }),
  ];
}
