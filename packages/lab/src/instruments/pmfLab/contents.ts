import type { Unit } from "@surprisal/core";
import { paletteOf } from "../../figure/palette.ts";
import type { Contents } from "../../figure/saveFile.ts";
import type { Language } from "../../words/language.ts";
import type { Pmf } from "./model.ts";
import { pictureOf } from "./picture.ts";
import { csvOf, jsonOf } from "./table.ts";
import type { PmfWords } from "./words/en.ts";

type Setting = { title: string; words: PmfWords; language: Language; unit: Unit; link: string };

/** The figure as it can be saved, in the colours that it has on the page. */
export function contentsOf(pmf: Pmf, figure: Element, { link, unit, ...setting }: Setting): Contents {
  return {
    svg: () => pictureOf(pmf, { ...setting, unit, palette: paletteOf(figure) }),
    csv: () => csvOf(pmf, unit),
    json: () => jsonOf(pmf, unit, link),
  };
}
