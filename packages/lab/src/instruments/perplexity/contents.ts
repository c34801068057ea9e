import type { Unit } from "@surprisal/core";
import { paletteOf } from "../../figure/palette.ts";
import type { Contents } from "../../figure/saveFile.ts";
import type { Language } from "../../words/language.ts";
import type { Reading } from "./model.ts";
import { pictureOf } from "./picture.ts";
import { csvOf, jsonOf } from "./table.ts";
import type { PerplexityWords } from "./words/en.ts";

type Setting = { title: string; words: PerplexityWords; language: Language; unit: Unit; link: string };

/** The figure as it can be saved, in the colours that it has on the page. */
export function contentsOf(reading: Reading, figure: Element, { link, unit, ...setting }: Setting): Contents {
  const { steps } = setting.words.text;
  return {
    svg: () => pictureOf(reading, { ...setting, unit, palette: paletteOf(figure) }),
    csv: () => csvOf(reading, steps, unit),
    json: () => jsonOf(reading, steps, unit, link),
  };
}
