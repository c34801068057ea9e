import type { Probabilities, Unit } from "@surprisal/core";
import { paletteOf } from "../../figure/palette.ts";
import type { Contents } from "../../figure/saveFile.ts";
import type { Language } from "../../words/language.ts";
import type { Distill } from "./model.ts";
import { pictureOf } from "./picture.ts";
import { csvOf, jsonOf } from "./table.ts";
import type { DistillWords } from "./words/en.ts";

type Setting = { title: string; words: DistillWords; language: Language; unit: Unit; link: string };

/** The figure as it can be saved, in the colours that it has on the page. */
export function contentsOf(
  state: Distill,
  q: Probabilities,
  figure: Element,
  { link, unit, ...setting }: Setting,
): Contents {
  return {
    svg: () => pictureOf(state, q, { ...setting, unit, palette: paletteOf(figure) }),
    csv: () => csvOf(state, q, unit, setting.words),
    json: () => jsonOf(state, q, unit, setting.words, link),
  };
}
