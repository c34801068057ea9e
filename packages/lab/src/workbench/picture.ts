import { inUnit, type Unit } from "@surprisal/core";
import { drawing, hatch, readoutRow, rule, text } from "../figure/drawing.ts";
import type { Palette } from "../figure/palette.ts";
import type { Readout } from "../figure/Readouts.svelte";
import { element } from "../figure/svgText.ts";
import { linearScale } from "../plot/scale.ts";
import type { Language } from "../words/language.ts";
import type { Answer } from "./answer.ts";
import { formatAmount, formatProbability } from "./format.ts";
import { type Columns, columnsOf, nameOf } from "./outcomes.ts";
import { scalesOf } from "./scales.ts";
import type { WorkbenchWords } from "./words/en.ts";

type Setting = {
  title: string;
  words: WorkbenchWords;
  language: Language;
  unit: Unit;
  palette: Palette;
  shown: readonly number[];
  command: string;
};

const top = 84;

/** The figure as an SVG document that stands on its own: bars of P and Q, what each outcome adds, readouts, command. */
export function pictureOf(answer: Answer, setting: Setting): string {
  const { palette, title, shown, command } = setting;
  const columns = columnsOf(answer)!;
  const rowHeight = columns.q ? 38 : 24;
  const bottom = top + shown.length * rowHeight;
  const height = bottom + 120;
  return drawing(
    { title, height, palette, command },
    bars(columns, answer, setting, rowHeight),
    columns.q ? terms(columns, setting, rowHeight) : "",
    rule(bottom + 14, palette),
    readoutRow(readoutsOf(answer, setting), bottom + 36, setting),
    rule(bottom + 92, palette),
  );
}

function bars(columns: Columns, answer: Answer, setting: Setting, rowHeight: number): string {
  const { palette, language, shown } = setting;
  const only = answer.single?.side;
  const sides = columns.q
    ? [
        { values: columns.p, side: "p" as const },
        { values: columns.q, side: "q" as const },
      ]
    : [{ values: columns.p, side: only ?? ("p" as const) }];
  const end = Math.max(...shown.flatMap((i) => sides.map(({ values }) => values[i]!)), 1e-300);
  const x = linearScale([0, end], [140, columns.q ? 430 : 820]);
  return shown
    .flatMap((index, row) => [
      text(130, top + row * rowHeight + (rowHeight - 6) / 2 + 5, shortened(nameOf(columns, index), 14), {
        "text-anchor": "end",
      }),
      ...sides.flatMap(({ values, side }, place) => {
        const y = top + row * rowHeight + place * 17;
        const value = values[index]!;
        const isQ = side === "q";
        return [
          element("rect", {
            ...{ x: 140, y, width: x(value) - 140, height: 15 },
            fill: isQ ? hatch : palette.p,
            stroke: isQ && value > 0 ? palette.q : undefined,
          }),
          text(x(value) + 6, y + 12, formatProbability(value, language), {
            "font-size": 12,
            fill: isQ ? palette.q : palette.p,
          }),
        ];
      }),
    ])
    .join("");
}

function terms(
  columns: Columns,
  { palette, language, unit, words, shown }: Setting,
  rowHeight: number,
): string {
  const values = shown.map((i) => columns.forward[i]!);
  const { up, down } = scalesOf({ entropyP: 1, crossEntropy: 1, terms: values });
  const x = linearScale([-down, up], [560, 850]);
  const worst = Math.max(...values);
  const rows = values.flatMap((nats, row) => {
    const y = top + row * rowHeight + 6;
    const place = x(Math.max(-down, Math.min(up, nats / Math.LN2)));
    const [from, to] = [Math.min(x(0), place), Math.max(x(0), place)];
    return [
      element("rect", {
        ...{ x: from, y, width: to - from, height: 20, stroke: palette.gap },
        fill: nats === worst && nats > 0 ? palette.gap : palette["gap-tint"],
      }),
      text(to + 6, y + 15, formatAmount(inUnit(nats, unit), language, { sign: true }), {
        "font-weight": 500,
      }),
    ];
  });
  return [text(560, 72, `${words.columns.forward} (${unit})`, { fill: palette["ink-2"] }), ...rows].join("");
}

function readoutsOf({ pair, single }: Answer, { words, language, unit }: Setting): Readout[] {
  const amount = (nats: number) => formatAmount(inUnit(nats, unit), language);
  const names = words.readouts;
  if (!pair) {
    const { side, entropy, perplexity } = single!;
    const letter = side.toUpperCase();
    return [
      { name: names.alone, symbol: `H(${letter})`, value: amount(entropy) },
      { name: names.effective, symbol: `PP(${letter})`, value: formatAmount(perplexity, language), unit: "" },
    ];
  }
  const { entropy, crossEntropy, kl } = pair.directed;
  return [
    { name: names.entropy, symbol: "H(P)", value: amount(entropy[0]) },
    { name: names.pay, symbol: "H(P, Q)", value: amount(crossEntropy[0]) },
    { name: names.forward, symbol: "D(P ‖ Q)", value: amount(kl[0]), strong: true },
    { name: names.reverse, symbol: "D(Q ‖ P)", value: amount(kl[1]) },
  ];
}

function shortened(name: string, letters: number): string {
  return name.length > letters ? `${name.slice(0, letters - 1)}…` : name;
}
