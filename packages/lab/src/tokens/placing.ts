import type { Problem } from "./problem.ts";
import type { Contents, Given, Question, Unused } from "./question.ts";
import { arraysIn, emptySlots, type Slot, type SlotName, type Slots, usualIgnore } from "./slots.ts";

/** A file, and what is in it. */
export type Found = readonly [given: Given, contents: Contents | undefined];

/** Shards go with the index that names them, and are nothing for themselves. */
export function gathered(found: readonly Found[]): Found[] {
  const shardsOf = (contents: Contents | undefined) => (contents?.kind === "arrays" ? contents.shards : []);
  const shards = found.flatMap(([, contents]) => shardsOf(contents));
  return found
    .filter(([{ name }]) => !shards.includes(name))
    .map(([{ beside = [], ...given }, contents]) => {
      const own = beside.filter(({ name }) => shardsOf(contents).includes(name));
      return [own.length > 0 ? { ...given, beside: own } : given, contents];
    });
}

/**
 * With several files, in whatever order they came: a vocabulary and what came find their places; of the others the first is P, and the next is Q.
 *
 * @param name Where they fell: one model alone may be Q too.
 * @throws Problem if there are more models than two.
 */
export function fillAll(slots: Slots, name: SlotName, found: readonly Found[]): Slots {
  const models = found.filter(([, contents]) => ownPlace(contents) === undefined);
  if (models.length > 2)
    throw { code: "models", gaps: { names: models.map(([{ name }]) => name).join(", ") } } satisfies Problem;
  const [ofQ] = (name === "q" && models.length === 1 ? models[0] : models[1]) ?? [];
  return found.reduce(
    (filled, [given, contents]) => fill(filled, given === ofQ ? "q" : "p", given, contents),
    slots,
  );
}

/** Where a file belongs, whichever slot it fell into: nothing but integers says what came. */
function ownPlace(contents: Contents | undefined): SlotName | undefined {
  if (contents?.kind === "vocabulary") return "vocabulary";
  const isOfTargets =
    contents?.kind === "arrays" && contents.logits.length === 0 && contents.integers.length > 0;
  return isOfTargets ? "targets" : undefined;
}

/** With a file in a slot. Of several arrays, the one with the most numbers is taken to be meant. */
export function fill(slots: Slots, name: SlotName, given: Given, contents?: Contents): Slots {
  const into = name === "vocabulary" ? name : (ownPlace(contents) ?? name);
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
  const came = scores ? undefined : targets?.given;
  // Of scores it bounds what one model alone is measured by.
  const pieces = scores && q ? undefined : vocabulary?.given;
  const unused: Unused[] = [
    ...(targets && !came ? (["targets"] as const) : []),
    ...(vocabulary && !pieces ? (["vocabulary"] as const) : []),
  ];
  return {
    ...{ p: p.given, q: q?.given, targets: came },
    ...(came ? { ignore, shift } : { ignore: usualIgnore, shift: false }),
    ...(pieces && { vocabulary: pieces }),
    ...(unused.length > 0 && { unused }),
  };
}
