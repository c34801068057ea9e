import type { Unit } from "@surprisal/core";
import { paletteOf } from "../../figure/palette.ts";
import type { Contents } from "../../figure/saveFile.ts";
import type { Language } from "../../words/language.ts";
import type { Fit } from "./model.ts";
import { pictureOf } from "./picture.ts";
import { csvOf, jsonOf } from "./table.ts";
import type { FitWords } from "./words/en.ts";

type Setting = { title: string; words: FitWords; language: Language; unit: Unit; link: string };

/** A fit as it can be saved, in the colours that the figure has on the page. */
export function contentsOf(fit: Fit, figure: Element, { link, unit, ...setting }: Setting): Contents {
  return {
    svg: () => pictureOf(fit, { ...setting, unit, palette: paletteOf(figure) }),
    csv: () => csvOf(fit, unit),
    json: () => jsonOf(fit, unit, link),
  };
}
