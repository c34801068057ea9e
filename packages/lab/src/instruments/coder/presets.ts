import { type Coder, coderOf } from "./model.ts";

/** The texts a figure can begin with, in the language of the page. */
export type Texts = Readonly<Record<"draws" | "telegram" | "letters", string>>;

const presets = {
  /** A hundred draws from a box of nine and one: whole digits are too much for each. */
  draws: (texts: Texts) => coderOf(texts.draws, {}, 11),
  /** A sentence in its own letters. */
  telegram: (texts: Texts) => coderOf(texts.telegram, {}, 4),
  /** The same sentence as one number. */
  number: (texts: Texts) => coderOf(texts.telegram, { code: "arithmetic" }, 4),
  /** Letters whose odds are powers of two: nothing is lost. */
  letters: (texts: Texts) => coderOf(texts.letters, {}, 3),
} satisfies Record<string, (texts: Texts) => Coder>;

export type Preset = keyof typeof presets;

export const presetNames = Object.keys(presets) as Preset[];

export function presetCoder(preset: Preset, texts: Texts): Coder {
  return presets[preset](texts);
}
