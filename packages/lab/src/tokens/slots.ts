import type { Contents, Given } from "./question.ts";

export type SlotName = "p" | "q" | "targets" | "vocabulary";

/** What the reader put where, and what is known to be in it. */
export interface Slot {
  readonly given: Given;
  readonly contents?: Contents;
}

export interface Slots extends Partial<Readonly<Record<SlotName, Slot>>> {
  /** The number that stands where nothing is scored. */
  readonly ignore: number;
  /** The targets are the tokens put in. */
  readonly shift: boolean;
}

/** As PyTorch's losses have it. */
export const usualIgnore = -100;

export const emptySlots: Slots = { ignore: usualIgnore, shift: false };

/** The arrays of a slot's file among which one has to be chosen. */
export function arraysIn(slots: Slots, name: SlotName) {
  const contents = slots[name]?.contents;
  if (contents?.kind !== "arrays") return [];
  return name === "targets" ? contents.integers : contents.logits;
}
