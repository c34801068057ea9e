import { toCsv } from "../../figure/csv.ts";
import { paletteOf } from "../../figure/palette.ts";
import type { Contents } from "../../figure/saveFile.ts";
import type { Language } from "../../words/language.ts";
import { commandOf } from "./command.ts";
import { type Amount, fields, pieces, read } from "./model.ts";
import { pictureOf } from "./picture.ts";
import type { UnitsWords } from "./words/en.ts";

type Setting = { title: string; words: UnitsWords; language: Language; link: string };

/** The figure as it can be saved, in the colours that it has on the page. */
export function contentsOf(now: Amount, figure: Element, { link, ...setting }: Setting): Contents {
  return {
    svg: () => pictureOf(now, { ...setting, palette: paletteOf(figure) }),
    csv: () => csvOf(now),
    json: () => jsonOf(now, link),
  };
}

/** A row for one draw, or for each kind of piece of the text. */
export function csvOf(now: Amount): string {
  const cuts = now.per === null ? [null] : pieces;
  return toCsv([
    ["per", ...fields, "count"],
    ...cuts.map((per) => [
      per ?? "draw",
      ...fields.map((field) => read(now, field, per)),
      per === null ? "" : now.counts[per],
    ]),
  ]);
}

/** The amount in full precision; what JSON lacks, infinity, as the string "Infinity". */
export function jsonOf(now: Amount, link: string): string {
  const cuts = now.per === null ? [null] : pieces;
  const writable = (value: number) => (Number.isFinite(value) ? value : String(value));
  const amounts = cuts.map((per) => [
    per ?? "draw",
    Object.fromEntries(fields.map((field) => [field, writable(read(now, field, per))])),
  ]);
  const content = {
    ...Object.fromEntries(amounts),
    ...(now.per === null ? {} : { counts: now.counts }),
    command: commandOf(now),
    link,
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}
