import type { Contents, Given, Question } from "./question.ts";
import { arraysIn, emptySlots, type Slot, type SlotName, type Slots } from "./slots.ts";

/**
 * With a file in a slot. Of several arrays, the one with the most numbers is taken to be meant; a file of nothing but integers says what came, whichever slot it fell into.
 */
export function fill(slots: Slots, name: SlotName, given: Given, contents?: Contents): Slots {
  const isOfTargets =
    contents?.kind === "arrays" && contents.logits.length === 0 && contents.integers.length > 0;
  const into = isOfTargets && name !== "vocabulary" ? "targets" : name;
  const slot: Slot = { given, ...(contents && { contents }) };
  const arrays = arraysIn({ ...slots, [into]: slot }, into);
  const size = ({ shape }: { shape: readonly number[] }) =>
    shape.reduce((product, side) => product * side, 1);
  const largest = arrays.toSorted((one, other) => size(other) - size(one))[0];
  return arrays.length > 1
    ? choose({ ...slots, [into]: slot }, into, largest!.name)
    : { ...slots, [into]: slot };
}

export function choose(slots: Slots, name: SlotName, array: string): Slots {
  const slot = slots[name];
  return slot ? { ...slots, [name]: { ...slot, given: { ...slot.given, array } } } : slots;
}

/** What remains of the others makes no sense without P. */
export function clear(slots: Slots, name: SlotName): Slots {
  if (name === "p") return slots.q ? clear({ ...slots, p: slots.q }, "q") : emptySlots;
  const { [name]: _, ...rest } = slots;
  return rest as Slots;
}

/** What is to be read; undefined while there is no P. */
export function questionOf({ p, q, targets, vocabulary, ignore, shift }: Slots): Question | undefined {
  if (!p) return undefined;
  const scores = p.contents?.kind === "scores";
  return {
    ...{ p: p.given, q: q?.given, ignore, shift },
    ...(!scores && { targets: targets?.given }),
    // Of scores it bounds what one model alone is measured by.
    ...(!(scores && q) && { vocabulary: vocabulary?.given }),
  };
}
