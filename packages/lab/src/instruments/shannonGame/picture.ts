import { inUnit, type Nats, type Unit } from "@surprisal/core";
import { drawing, readoutRow, text } from "../../figure/drawing.ts";
import type { Palette } from "../../figure/palette.ts";
import { element } from "../../figure/svgText.ts";
import type { Language } from "../../words/language.ts";
import { formatNumber } from "../../words/number.ts";
import { alphabets } from "./alphabet.ts";
import { commandOf } from "./command.ts";
import { intervalsOf } from "./intervals.ts";
import { type Estimate, type Measures, measure } from "./measure.ts";
import { givenOf, knownOf, textOf } from "./model.ts";
import { readoutsOf } from "./readouts.ts";
import { sentenceOf } from "./sayings.ts";
import type { Played } from "./table.ts";
import { sharesOf } from "./terms.ts";
import type { ShannonWords } from "./words/en.ts";

type Setting = { title: string; words: ShannonWords; language: Language; unit: Unit; palette: Palette };

const perLine = 60;
const [cell, line] = [15, 52];

/** The figure as an SVG document that stands on its own: the passage with its guesses, their frequencies, the bounds, readouts and a command. */
export function pictureOf(played: Played, setting: Setting): string {
  const { palette, title, unit, words, language } = setting;
  const { game, score } = played;
  const measures = measure(game, score, intervalsOf(game, score));
  const below = 70 + Math.ceil(knownOf(played.game).length / perLine) * line;
  const height = below + 360;
  return drawing(
    { title, height, palette, command: commandOf(measures, game.language, unit) },
    letters(played, setting),
    element(
      "g",
      { transform: `translate(0 ${below})` },
      ranks(measures, setting),
      scale(measures, played, setting),
    ),
    readoutRow(readoutsOf(measures, undefined, unit, words, language), below + 242, {
      palette,
      unit: words.perLetter[unit],
    }),
    text(24, below + 316, sentenceOf(measures, setting), { fill: palette["ink-2"], "font-size": 12 }),
  );
}

function letters({ game, score }: Played, { palette }: Setting): string {
  const given = givenOf(textOf(game));
  const middle = { "text-anchor": "middle" };
  return [...knownOf(game)]
    .map((letter, place) => {
      const [x, y] = [32 + (place % perLine) * cell, 82 + Math.floor(place / perLine) * line];
      const turn = game.turns[place - given];
      const its = score?.wrong[place - given];
      const yours = turn && (turn.revealed ? "×" : String(turn.wrong + 1));
      const isDear = turn !== undefined && (turn.revealed || turn.wrong > 0);
      return [
        isDear
          ? element("rect", { x: x - 7, y: y - 15, width: 14, height: 20, fill: palette["gap-tint"] })
          : "",
        letter === " "
          ? element("path", { d: `M${x - 4},${y - 3}v3h8v-3`, fill: "none", stroke: palette["ink-2"] })
          : text(x, y, letter, { ...middle, "font-size": 16, fill: turn ? palette.ink : palette["ink-2"] }),
        yours ? text(x, y + 17, yours, { ...middle, "font-size": 10, fill: palette.p }) : "",
        turn && its !== undefined
          ? text(x, y + 29, String(its + 1), { ...middle, "font-size": 10, fill: palette.q })
          : "",
      ].join("");
    })
    .join("");
}

function ranks({ you, rival }: Measures, { palette, words }: Setting): string {
  const bars = (
    [
      [you, 0],
      [rival, 1],
    ] as const
  ).flatMap(([one, side]) =>
    one
      ? sharesOf(one.ranks).map((share, i) => {
          const [x, tall] = [40 + i * 44 + side * 17, share * 150];
          const own = side === 0 ? { fill: palette.p } : { fill: palette["q-tint"], stroke: palette.q };
          return element("rect", { x, y: 180 - tall, width: 15, height: tall, ...own });
        })
      : [],
  );
  const names = Array.from({ length: 9 }, (_, i) =>
    text(56 + i * 44, 198, i < 8 ? String(i + 1) : words.more.replace("{guesses}", "9"), {
      "text-anchor": "middle",
      "font-size": 12,
    }),
  );
  return [text(24, 16, words.ranksTitle, { "font-weight": 500 }), ...bars, ...names].join("");
}

function scale({ you, rival }: Measures, { game }: Played, setting: Setting): string {
  const { palette, words } = setting;
  const end = Math.log(alphabets[game.language].length);
  const x = (nats: Nats) => 500 + (420 * Math.min(Math.max(nats, 0), end)) / end;
  const bar = (y: number, from: Estimate, to: Estimate, style: Record<string, string>) =>
    element("rect", {
      x: x(from.value),
      y,
      width: Math.max(1, x(to.value) - x(from.value)),
      height: 14,
      ...style,
    });
  const whisker = (y: number, { range }: Estimate) =>
    range
      ? element("path", {
          d: `M${x(range[0])},${y}v6m0,-3H${x(range[1])}m0,-3v6`,
          fill: "none",
          stroke: palette.ink,
        })
      : "";
  const row = (y: number, name: string, value: string, ...marks: string[]) =>
    [
      text(500, y, name, { "font-size": 12 }),
      text(920, y, value, { "font-size": 12, "text-anchor": "end" }),
      ...marks,
    ].join("");
  const write = (estimate: Estimate | undefined) => (estimate ? writeIn(estimate.value, setting) : "–");
  return [
    text(500, 16, words.scaleTitle, { "font-weight": 500 }),
    you
      ? row(
          44,
          words.rowYou,
          `${write(you.lower)} – ${write(you.upper)}`,
          bar(52, you.lower, you.upper, { fill: palette.p }),
          whisker(49, you.lower),
          whisker(63, you.upper),
        )
      : "",
    rival
      ? row(
          100,
          words.rowRival,
          `${write(rival.lower)} – ${write(rival.upper)}`,
          bar(108, rival.lower, rival.upper, { fill: palette["q-tint"], stroke: palette.q }),
          whisker(105, rival.lower),
          whisker(119, rival.upper),
        ) +
        row(
          156,
          words.rowPaid,
          write(rival.paid),
          element("rect", { x: x(rival.paid.value) - 1.5, y: 162, width: 3, height: 18, fill: palette.q }),
          whisker(176, rival.paid),
        )
      : "",
  ].join("");
}

function writeIn(nats: Nats, { language, unit }: Setting): string {
  return formatNumber(inUnit(nats, unit), language, { digits: 2 });
}
