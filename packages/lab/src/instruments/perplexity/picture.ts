import { inUnit, type Unit } from "@surprisal/core";
import { refit } from "../../figure/frozenScale.ts";
import type { Palette } from "../../figure/palette.ts";
import { element, escapeText } from "../../figure/svgText.ts";
import type { Language } from "../../words/language.ts";
import { formatNumber } from "../../words/number.ts";
import { commandOf } from "./command.ts";
import { type Measures, measure, type Reading } from "./model.ts";
import { choicesOf, readoutsOf } from "./readouts.ts";
import { sentenceOf } from "./sayings.ts";
import { truths } from "./text.ts";
import type { PerplexityWords } from "./words/en.ts";

type Setting = { title: string; words: PerplexityWords; language: Language; unit: Unit; palette: Palette };

const [width, height] = [960, 400];

/** The figure as an SVG document that stands on its own: the text with its surprises, the die, readouts and a command. */
export function pictureOf(reading: Reading, setting: Setting): string {
  const { palette, title, unit, words } = setting;
  const measures = measure(reading);
  const size = { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${width} ${height}` };
  const font = "IBM Plex Sans Variable, IBM Plex Sans, system-ui, sans-serif";
  return element(
    "svg",
    { ...size, "font-family": font, "font-size": 14, fill: palette.ink, role: "img" },
    element("title", {}, escapeText(title)),
    element("defs", {}),
    element("rect", { width, height, fill: palette.paper }),
    element("rect", { x: 24, y: 20, width: width - 48, height: 2, fill: palette.ink }),
    text(24, 46, title, { "font-weight": 600 }),
    surprises(measures, setting),
    faces(measures, setting),
    numbers(measures, setting),
    text(24, 360, sentenceOf(reading, measures, setting), { fill: palette["ink-2"] }),
    text(24, 386, `$ ${commandOf(reading, words.text.steps, unit)}`, {
      "font-family": "IBM Plex Mono, monospace",
      "font-size": 12,
      fill: palette["ink-2"],
    }),
  );
}

function surprises(measures: Measures, { palette, words, language, unit }: Setting): string {
  const finite = measures.surprises.filter(Number.isFinite).map((nats) => nats / Math.LN2);
  const end = refit(4, Math.max(1, ...finite));
  const column = 110;
  const start = 24 + 7.5 * words.text.start.length + 20;
  const places = truths.flatMap((truth, i) => {
    const nats = measures.surprises[i];
    const x = start + i * column;
    const word = nats === undefined ? words.covered : words.text.steps[i]!.names[truth]!;
    const label = text(x + 40, 172, word, { "text-anchor": "middle" });
    if (nats === undefined) return [label];
    const tall = Math.min(1, nats / Math.LN2 / end) * 70;
    return [
      text(x + 40, 144 - tall, formatNumber(inUnit(nats, unit), language, { digits: 2 }), {
        "text-anchor": "middle",
        "font-size": 12,
        fill: palette["gap-ink"],
      }),
      element("rect", { x: x + 16, y: 150 - tall, width: 48, height: tall, fill: palette.gap }),
      label,
    ];
  });
  return [text(24, 172, words.text.start), ...places].join("");
}

function faces({ paid }: Measures, { palette }: Setting): string {
  const choices = Math.min(choicesOf(paid) ?? 0, 100);
  return Array.from({ length: Math.ceil(choices - 1e-9) }, (_, i) => {
    const [x, y] = [24 + (i % 50) * 18, 200 + Math.floor(i / 50) * 18];
    const part = Math.min(1, choices - i);
    return (
      element("rect", { x, y, width: 14 * part, height: 14, fill: palette.gap }) +
      element("rect", { x, y, width: 14, height: 14, fill: "none", stroke: palette.gap })
    );
  }).join("");
}

function numbers(measures: Measures, { palette, words, language, unit }: Setting): string {
  return readoutsOf(measures, undefined, unit, words, language)
    .flatMap(({ name, symbol, value, strong, unit: own = unit }, i) => {
      const x = 24 + i * 228;
      return [
        text(x, 268, name, { "font-size": 12, fill: palette["ink-2"] }),
        text(x, 284, symbol, { "font-size": 12, fill: palette["ink-2"] }),
        text(x, 312, `${value} ${own}`, { "font-size": 22, fill: strong ? palette["gap-ink"] : palette.ink }),
      ];
    })
    .join("");
}

function text(x: number, y: number, content: string, style: Record<string, string | number> = {}): string {
  return element("text", { x, y, ...style }, escapeText(content));
}
