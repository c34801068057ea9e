import { inUnit, type Nats, type Unit } from "@surprisal/core";
import { drawing, readoutRow, text, width } from "../../figure/drawing.ts";
import { refit } from "../../figure/frozenScale.ts";
import type { Palette } from "../../figure/palette.ts";
import { element } from "../../figure/svgText.ts";
import type { Language } from "../../words/language.ts";
import { formatNumber } from "../../words/number.ts";
import { commandOf } from "./command.ts";
import { type Measures, measure } from "./measure.ts";
import type { Coder } from "./model.ts";
import { readoutsOf } from "./readouts.ts";
import { hereOf, lastOf, readBackOf } from "./sayings.ts";
import { lettersOf } from "./send.ts";
import { signOf, spanAround } from "./signs.ts";
import { stripsOf } from "./strips.ts";
import { treeOf } from "./tree.ts";
import type { CoderWords } from "./words/en.ts";

type Setting = { title: string; words: CoderWords; language: Language; unit: Unit; palette: Palette };

const height = 560;
const [stageTop, stageWidth, stageHeight] = [150, 510, 220];
const mono = "IBM Plex Mono, monospace";

/** The figure as an SVG document that stands on its own: text and digits, tree or strips, costs, readouts and a command. */
export function pictureOf(coder: Coder, setting: Setting): string {
  const { palette, title, words, language, unit } = setting;
  const measures = measure(coder.message);
  const quiet = { fill: palette["ink-2"] };
  return drawing(
    { title, height, palette, command: commandOf(coder.message, unit) },
    text(24, 78, words.text, { ...quiet, "font-size": 12 }),
    text(110, 78, rowOf(measures.characters.map(signOf).join(""), coder.sent, 100)),
    text(24, 102, words.digits, { ...quiet, "font-size": 12 }),
    text(110, 102, rowOf(measures.sent?.digits ?? words.cannot, lastOf(coder, measures)?.start ?? 0, 100), {
      "font-family": mono,
      "font-size": 13,
    }),
    text(110, 126, readBackOf(measures, { words, language, unit }), quiet),
    coder.message.code === "huffman" ? tree(coder, measures, palette) : strips(coder, measures, palette),
    costs(measures, setting),
    text(24, 400, hereOf(coder, measures, { words, language, unit })),
    readoutRow(
      readoutsOf({ measures, code: coder.message.code }, undefined, unit, words, language),
      438,
      setting,
    ),
  );
}

/** The part of a row that fits. */
function rowOf(row: string, at: number, most: number): string {
  const all = [...row];
  const { from, to } = spanAround(all.length, at, most);
  return `${from > 0 ? "… " : ""}${all.slice(from, to).join("")}${to < all.length ? " …" : ""}`;
}

function tree(coder: Coder, measures: Measures, palette: Palette): string {
  const { words, dictionary, sent } = measures;
  const last = lastOf(coder, measures);
  const isWhole = last && last.to - last.from === words.length;
  const walked = isWhole && sent ? sent.digits.slice(last.start, last.end) : "";
  const places = treeOf(words.words, walked, 32);
  const deepest = Math.max(1, ...places.map(({ path }) => path.length));
  const x = (place: { x: number }) => 24 + place.x * stageWidth;
  const y = (path: string) => stageTop + (path.length * (stageHeight - 26)) / deepest;
  const byPath = new Map(places.map((place) => [place.path, place]));
  const branches = places
    .filter(({ path }) => path !== "")
    .map((place) => {
      const from = byPath.get(place.path.slice(0, -1))!;
      const isWalked = walked.startsWith(place.path);
      return element("line", {
        x1: x(from),
        y1: y(from.path),
        x2: x(place),
        y2: y(place.path),
        stroke: isWalked ? palette.q : palette["ink-2"],
        "stroke-width": isWalked ? 3 : 1,
      });
    });
  const labels = places.flatMap((place) => {
    if (place.block === undefined || (words.length > 2 && place.path !== walked)) return [];
    const name = lettersOf(words, place.block).map((letter) => signOf(dictionary.names[letter]!));
    return [text(x(place), y(place.path) + 15, name.join(""), { "text-anchor": "middle", "font-size": 12 })];
  });
  return [...branches, ...labels].join("");
}

function strips(coder: Coder, { dictionary, symbols }: Measures, palette: Palette): string {
  const x = (share: number) => 24 + share * stageWidth;
  return stripsOf(dictionary.q, symbols, coder.sent, 4)
    .map(({ cells, taken }, row) => {
      const y = stageTop + row * 58;
      return [
        ...cells.map(({ symbol, from, to }) =>
          element("rect", {
            x: x(from),
            y,
            width: x(to) - x(from),
            height: 30,
            stroke: palette.rule,
            fill: symbol === taken?.symbol ? palette["q-tint"] : "none",
          }),
        ),
        ...cells
          .filter(({ from, to, symbol }) => to - from > 0.03 || symbol === taken?.symbol)
          .map(({ symbol, from, to }) =>
            text(x((from + to) / 2), y + 20, signOf(dictionary.names[symbol]!), { "text-anchor": "middle" }),
          ),
      ].join("");
    })
    .join("");
}

function costs(measures: Measures, { palette, words, language, unit }: Setting): string {
  const { entropy, crossEntropy, paid } = measures;
  const rows: [string, Nats][] = [
    [words.floor, entropy],
    [words.dictionary, crossEntropy],
    [words.codes.huffman, paid.huffman],
    [words.codes.arithmetic, paid.arithmetic],
  ];
  const largest = Math.max(...rows.map(([, nats]) => nats).filter(Number.isFinite));
  const end = refit(1, inUnit(largest, "bits"));
  const long = (nats: Nats) => (Math.min(inUnit(nats, "bits"), end) / end) * 170;
  return rows
    .map(([name, nats], i) => {
      const y = stageTop + 10 + i * 36;
      return [
        text(570, y + 15, name),
        element("rect", {
          x: 730,
          y,
          width: long(Math.min(nats, entropy)),
          height: 20,
          fill: i === 0 ? palette.p : palette["p-tint"],
        }),
        element("rect", {
          x: 730 + long(entropy),
          y,
          width: Math.max(0, long(nats) - long(entropy)),
          height: 20,
          fill: palette.gap,
        }),
        text(width - 24, y + 15, formatNumber(inUnit(nats, unit), language), { "text-anchor": "end" }),
      ].join("");
    })
    .join("");
}
