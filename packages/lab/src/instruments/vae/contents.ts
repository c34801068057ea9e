import type { Unit } from "@surprisal/core";
import { paletteOf } from "../../figure/palette.ts";
import type { Contents } from "../../figure/saveFile.ts";
import type { Language } from "../../words/language.ts";
import type { Ending } from "./finished.ts";
import type { Cost } from "./loss.ts";
import type { Vae } from "./model.ts";
import { pictureOf } from "./picture.ts";
import type { Moment } from "./run.ts";
import { csvOf, jsonOf } from "./table.ts";
import type { VaeWords } from "./words/en.ts";

type Setting = { title: string; words: VaeWords; language: Language; unit: Unit; link: string };
type Told = { costs: readonly Cost[]; moment: Moment; endings: readonly Ending[] };

/** The figure as it can be saved, in the colours that it has on the page. */
export function contentsOf(state: Vae, told: Told, figure: Element, { link, ...setting }: Setting): Contents {
  const { unit } = setting;
  return {
    svg: () => pictureOf(state, told, { ...setting, palette: paletteOf(figure) }),
    csv: () => csvOf(told.costs, unit),
    json: () => jsonOf(state, told.moment, unit, link),
  };
}
