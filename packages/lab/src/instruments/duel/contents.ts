import type { Unit } from "@surprisal/core";
import { paletteOf } from "../../figure/palette.ts";
import type { Contents } from "../../figure/saveFile.ts";
import type { Language } from "../../words/language.ts";
import type { Duel } from "./model.ts";
import { pictureOf } from "./picture.ts";
import { csvOf, jsonOf } from "./table.ts";
import type { DuelWords } from "./words/en.ts";

type Setting = { title: string; words: DuelWords; language: Language; unit: Unit; link: string };

/** A duel as it can be saved, in the colours that the figure has on the page. */
export function contentsOf(duel: Duel, figure: Element, { link, unit, ...setting }: Setting): Contents {
  return {
    svg: () => pictureOf(duel, { ...setting, unit, palette: paletteOf(figure) }),
    csv: () => csvOf(duel, unit),
    json: () => jsonOf(duel, unit, link),
  };
}
