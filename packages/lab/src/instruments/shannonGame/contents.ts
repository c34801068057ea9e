import type { Unit } from "@surprisal/core";
import { paletteOf } from "../../figure/palette.ts";
import type { Contents } from "../../figure/saveFile.ts";
import type { Language } from "../../words/language.ts";
import { pictureOf } from "./picture.ts";
import { csvOf, jsonOf, type Played } from "./table.ts";
import type { ShannonWords } from "./words/en.ts";

type Setting = { title: string; words: ShannonWords; language: Language; unit: Unit; link: string };

/** The game as it can be saved, in the colours that the figure has on the page. */
export function contentsOf(played: Played, figure: Element, { link, ...setting }: Setting): Contents {
  return {
    svg: () => pictureOf(played, { ...setting, palette: paletteOf(figure) }),
    csv: () => csvOf(played, setting.unit),
    json: () => jsonOf(played, setting.unit, link),
  };
}
