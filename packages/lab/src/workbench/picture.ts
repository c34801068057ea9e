import { inUnit, type Unit } from "@surprisal/core";
import type { Palette } from "../figure/palette.ts";
import { element, escapeText } from "../figure/svgText.ts";
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

const width = 960;
const top = 84;
const hatch = "hatch";

/** The figure as an SVG document that stands on its own: bars of P and Q, what each outcome adds, readouts, command. */
export function pictureOf(answer: Answer, setting: Setting): string {
  const { palette, title, shown, command } = setting;
  const columns = columnsOf(answer)!;
  const rowHeight = columns.q ? 38 : 24;
  const bottom = top + shown.length * rowHeight;
  const height = bottom + 120;
  const font = "IBM Plex Sans, system-ui, sans-serif";
  const size = { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${width} ${height}` };
  return element(
    "svg",
    { ...size, "font-family": font, "font-size": 14, fill: palette.ink, role: "img" },
    element("title", {}, escapeText(title)),
    element("defs", {}, hatchOf(palette)),
    element("rect", { width, height, fill: palette.paper }),
    element("rect", { x: 24, y: 20, width: width - 48, height: 2, fill: palette.ink }),
    text(24, 46, title, { "font-weight": 600 }),
    bars(columns, answer, setting, rowHeight),
    columns.q ? terms(columns, setting, rowHeight) : "",
    rule(bottom + 14, palette),
    readouts(answer, setting, bottom + 36),
    rule(bottom + 86, palette),
    text(24, bottom + 108, command === "" ? "" : `$ ${shortened(command, 120)}`, {
      "font-family": "IBM Plex Mono, monospace",
      "font-size": 12,
      fill: palette["ink-2"],
    }),
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
            fill: isQ ? `url(#${hatch})` : palette.p,
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

function readouts({ pair, single }: Answer, { palette, words, language, unit }: Setting, y: number): string {
  const amount = (nats: number) => `${formatAmount(inUnit(nats, unit), language)} ${unit}`;
  const names = words.readouts;
  const letter = single?.side.toUpperCase() ?? "";
  const items = pair
    ? [
        [names.entropy, "H(P)", amount(pair.directed.entropy[0])],
        [names.pay, "H(P, Q)", amount(pair.directed.crossEntropy[0])],
        [names.forward, "D(P ‖ Q)", amount(pair.directed.kl[0])],
        [names.reverse, "D(Q ‖ P)", amount(pair.directed.kl[1])],
      ]
    : [
        [names.alone, `H(${letter})`, amount(single!.entropy)],
        [names.effective, `PP(${letter})`, formatAmount(single!.perplexity, language)],
      ];
  return items
    .flatMap(([name, symbol, value], i) => [
      text(24 + i * 228, y, name!, { "font-size": 12, fill: palette["ink-2"] }),
      text(24 + i * 228, y + 16, symbol!, { "font-size": 12, fill: palette["ink-2"] }),
      text(24 + i * 228, y + 42, value!, {
        "font-size": 22,
        fill: pair && i === 2 ? palette["gap-ink"] : palette.ink,
      }),
    ])
    .join("");
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
