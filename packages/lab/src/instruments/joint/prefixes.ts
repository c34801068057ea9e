import { counts, createRng, type Nats, plugInEntropy } from "@surprisal/core";

/** What a prefix of some letters says of the letter after it, by the frequencies in a text. */
export type Prefix = { readonly letters: number; readonly left: Nats; readonly information: Nats };

/** @param letters How long the prefix is; with none nothing is said. */
export function prefixOf(text: string, letters: number): Prefix {
  const [before, next, both] = [
    new Map<string, number>(),
    new Map<string, number>(),
    new Map<string, number>(),
  ];
  for (let at = letters; at < text.length; at++) {
    add(before, text.slice(at - letters, at));
    add(next, text[at]!);
    add(both, text.slice(at - letters, at + 1));
  }
  const left = entropyOf(both) - entropyOf(before);
  return { letters, left, information: entropyOf(next) - left };
}

/** The same letters in another order, in which no letter knows of another. */
export function shuffled(text: string, seed: number): string {
  const rng = createRng(seed);
  const letters = [...text];
  for (let i = letters.length - 1; i > 0; i--) {
    const j = Math.floor(rng.next() * (i + 1));
    [letters[i], letters[j]] = [letters[j]!, letters[i]!];
  }
  return letters.join("");
}

function add(found: Map<string, number>, what: string): void {
  found.set(what, (found.get(what) ?? 0) + 1);
}

function entropyOf(found: ReadonlyMap<string, number>): Nats {
  return plugInEntropy(counts([...found.values()]));
}
