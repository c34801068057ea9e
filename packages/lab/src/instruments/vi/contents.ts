import type { Unit } from "@surprisal/core";
import { paletteOf } from "../../figure/palette.ts";
import type { Contents } from "../../figure/saveFile.ts";
import type { Language } from "../../words/language.ts";
import type { Inference } from "./model.ts";
import { pictureOf } from "./picture.ts";
import { csvOf, jsonOf } from "./table.ts";
import type { ViWords } from "./words/en.ts";

type Setting = { title: string; words: ViWords; language: Language; unit: Unit; link: string };

/** The figure as it can be saved, in the colours that it has on the page. */
export function contentsOf(state: Inference, figure: Element, { link, ...setting }: Setting): Contents {
  const { unit } = setting;
  return {
    svg: () => pictureOf(state, { ...setting, palette: paletteOf(figure) }),
    csv: () => csvOf(state, unit),
    json: () => jsonOf(state, unit, link),
  };
}
