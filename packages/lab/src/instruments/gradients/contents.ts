import type { Unit } from "@surprisal/core";
import { paletteOf } from "../../figure/palette.ts";
import type { Contents } from "../../figure/saveFile.ts";
import type { Language } from "../../words/language.ts";
import type { Gradients } from "./model.ts";
import { pictureOf } from "./picture.ts";
import { csvOf, jsonOf } from "./table.ts";
import type { GradientsWords } from "./words/en.ts";

type Setting = { title: string; words: GradientsWords; language: Language; unit: Unit; link: string };

/** The figure as it can be saved, in the colours that it has on the page. */
export function contentsOf(state: Gradients, figure: Element, { link, unit, ...setting }: Setting): Contents {
  return {
    svg: () => pictureOf(state, { ...setting, unit, palette: paletteOf(figure) }),
    csv: () => csvOf(state, unit),
    json: () => jsonOf(state, unit, link),
  };
}
