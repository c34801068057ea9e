import type { Unit } from "@surprisal/core";
import { paletteOf } from "../../figure/palette.ts";
import type { Contents } from "../../figure/saveFile.ts";
import type { Language } from "../../words/language.ts";
import type { Coder } from "./model.ts";
import { pictureOf } from "./picture.ts";
import { csvOf, jsonOf } from "./table.ts";
import type { CoderWords } from "./words/en.ts";

type Setting = { title: string; words: CoderWords; language: Language; unit: Unit; link: string };

/** The figure as it can be saved, in the colours that it has on the page. */
export function contentsOf(coder: Coder, figure: Element, { link, unit, ...setting }: Setting): Contents {
  return {
    svg: () => pictureOf(coder, { ...setting, unit, palette: paletteOf(figure) }),
    csv: () => csvOf(coder, unit),
    json: () => jsonOf(coder, unit, link),
  };
}
