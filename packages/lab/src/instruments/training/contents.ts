import type { Unit } from "@surprisal/core";
import { paletteOf } from "../../figure/palette.ts";
import type { Contents } from "../../figure/saveFile.ts";
import type { Language } from "../../words/language.ts";
import type { Training } from "./model.ts";
import { pictureOf } from "./picture.ts";
import { csvOf, jsonOf } from "./table.ts";
import type { Trained } from "./trainer.ts";
import type { TrainingWords } from "./words/en.ts";

type Setting = { title: string; words: TrainingWords; language: Language; unit: Unit; link: string };

/** The figure as it can be saved, in the colours that it has on the page. */
export function contentsOf(
  state: Training,
  progress: Trained,
  figure: Element,
  { link, ...setting }: Setting,
): Contents {
  const { unit } = setting;
  return {
    svg: () => pictureOf(progress, { ...setting, palette: paletteOf(figure) }),
    csv: () => csvOf(progress, unit),
    json: () => jsonOf(state, progress, unit, link),
  };
}
