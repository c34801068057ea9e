import { createRng } from "@surprisal/core";

/** The lines 0 … count − 1 of a proof in an order that is not theirs, always the same for the same seed. */
export function shuffled(count: number, seed: number): number[] {
  const rng = createRng(seed);
  const order = Array.from({ length: count }, (_, line) => line);
  for (let end = count - 1; end > 0; end--) {
    const other = Math.floor(rng.next() * (end + 1));
    [order[end], order[other]] = [order[other]!, order[end]!];
  }
  return order.every((line, place) => line === place) ? order.reverse() : order;
}

/** The first place, from 0, that holds a line which does not yet follow; undefined if every line stands where it belongs. */
export function firstOutOfPlace(order: readonly number[]): number | undefined {
  const place = order.findIndex((line, index) => line !== index);
  return place === -1 ? undefined : place;
}

/** A whole number that a text always gives, to seed with. */
export function seedOf(text: string): number {
  let seed = 0;
  for (const letter of text) seed = (Math.imul(seed, 31) + letter.codePointAt(0)!) >>> 0;
  return seed;
}
