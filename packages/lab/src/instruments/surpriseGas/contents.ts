import type { Unit } from "@surprisal/core";
import { paletteOf } from "../../figure/palette.ts";
import type { Contents } from "../../figure/saveFile.ts";
import type { Language } from "../../words/language.ts";
import type { Gas } from "./model.ts";
import { pictureOf } from "./picture.ts";
import { csvOf, jsonOf } from "./table.ts";
import type { GasWords } from "./words/en.ts";

type Setting = { title: string; words: GasWords; language: Language; unit: Unit; link: string };

/** A gas as it can be saved, in the colours that the figure has on the page. */
export function contentsOf(gas: Gas, figure: Element, { link, unit, ...setting }: Setting): Contents {
  return {
    svg: () => pictureOf(gas, { ...setting, unit, palette: paletteOf(figure) }),
    csv: () => csvOf(gas, unit),
    json: () => jsonOf(gas, unit, link),
  };
}
