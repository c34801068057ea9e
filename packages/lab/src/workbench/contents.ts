import type { Unit } from "@surprisal/core";
import { paletteOf } from "../figure/palette.ts";
import type { Contents } from "../figure/saveFile.ts";
import type { Language } from "../words/language.ts";
import type { Answer } from "./answer.ts";
import { pictureOf } from "./picture.ts";
import { csvOf, jsonOf } from "./report.ts";
import type { WorkbenchWords } from "./words/en.ts";

type Setting = {
  title: string;
  words: WorkbenchWords;
  language: Language;
  unit: Unit;
  /** The outcomes of the figure, by index. */
  shown: readonly number[];
  command: string;
};

/** What was measured as it can be copied and saved, in the colours that it has on the page. */
export function contentsOf(answer: Answer, figure: Element, setting: Setting): Contents {
  return {
    svg: () => pictureOf(answer, { ...setting, palette: paletteOf(figure) }),
    csv: () => csvOf(answer, setting.unit),
    json: () => jsonOf(answer, setting.unit),
  };
}
