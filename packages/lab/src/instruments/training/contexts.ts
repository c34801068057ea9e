import { entropy, type Nats, normalize, type Probabilities } from "@surprisal/core";

/** A text as places in an alphabet, and which of its places are learned from: every tenth thousand is held out. */
export type Corpus = {
  readonly letters: Uint8Array;
  readonly training: Int32Array;
  readonly heldOut: Int32Array;
};

const block = 1000;
const mostMemory = 3;
const oneIn = 10;

/** @param text Only letters of the alphabet. */
export function corpusOf(text: string, alphabet: string): Corpus {
  const letters = Uint8Array.from(text, (letter) => alphabet.indexOf(letter));
  const places = Int32Array.from(letters.keys());
  const isHeldOut = (place: number) => Math.floor(place / block) % oneIn === oneIn - 1;
  // The first letters of a block are only seen, never asked for: no context reaches from one part into the other.
  const usable = places.filter((place) => place % block >= mostMemory);
  return {
    letters,
    training: usable.filter((place) => !isHeldOut(place)),
    heldOut: usable.filter(isHeldOut),
  };
}

/** What follows a run of letters, and how large a part of the places that is. */
export type Context = {
  readonly letters: Uint8Array;
  readonly share: number;
  readonly next: Probabilities;
};

/** The different contexts at some places, the commonest first. */
export function contextsAt({ letters }: Corpus, places: Int32Array, memory: number, size: number): Context[] {
  const counts = new Map<number, Float64Array>();
  for (const place of places) {
    let key = 0;
    for (let i = place - memory; i < place; i++) key = key * size + letters[i]!;
    const seen = counts.get(key) ?? new Float64Array(size);
    seen[letters[place]!]! += 1;
    counts.set(key, seen);
  }
  const all = [...counts].map(([key, seen]) => ({
    letters: Uint8Array.from({ length: memory }, (_, i) => Math.floor(key / size ** (memory - 1 - i)) % size),
    share: seen.reduce((a, b) => a + b, 0) / places.length,
    next: normalize(seen),
  }));
  return all.sort((a, b) => b.share - a.share);
}

/** Ĥ(next | context): below it no model of these contexts comes on these places. Of the letters of the sample, not of the language. */
export function floorOf(contexts: readonly Context[]): Nats {
  return contexts.reduce((sum, { share, next }) => sum + share * entropy(next), 0);
}
