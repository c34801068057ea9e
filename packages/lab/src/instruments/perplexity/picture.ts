import { inUnit, type Unit } from "@surprisal/core";
import { drawing, readoutRow, text } from "../../figure/drawing.ts";
import { refit } from "../../figure/frozenScale.ts";
import type { Palette } from "../../figure/palette.ts";
import { element } from "../../figure/svgText.ts";
import type { Language } from "../../words/language.ts";
import { formatNumber } from "../../words/number.ts";
import { commandOf } from "./command.ts";
import { type Measures, measure, type Reading } from "./model.ts";
import { choicesOf, readoutsOf } from "./readouts.ts";
import { sentenceOf } from "./sayings.ts";
import { truths } from "./text.ts";
import type { PerplexityWords } from "./words/en.ts";

type Setting = { title: string; words: PerplexityWords; language: Language; unit: Unit; palette: Palette };

const height = 400;

/** The figure as an SVG document that stands on its own: the text with its surprises, the die, readouts and a command. */
export function pictureOf(reading: Reading, setting: Setting): string {
  const { palette, title, unit, words, language } = setting;
  const measures = measure(reading);
  return drawing(
    { title, height, palette, command: commandOf(reading, words.text.steps, unit) },
    surprises(measures, setting),
    faces(measures, setting),
    readoutRow(readoutsOf(measures, undefined, unit, words, language), 268, setting),
    text(24, 360, sentenceOf(reading, measures, setting), { fill: palette["ink-2"] }),
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
