import { type Probabilities, probabilities, type Rng } from "@surprisal/core";

/** A whole number from 0 up to, and without, `count`. */
export function below(rng: Rng, count: number): number {
  return Math.floor(rng.next() * count);
}

export function pick<T>(rng: Rng, from: readonly T[]): T {
  return from[below(rng, from.length)]!;
}

/** The same things in another order. */
export function shuffled<T>(rng: Rng, things: readonly T[]): T[] {
  const left = [...things];
  return things.map(() => left.splice(below(rng, left.length), 1)[0]!);
}

/**
 * A distribution of `length` outcomes, each a whole number of `parts`-ths and none of them zero; any such is as likely.
 *
 * @param parts At least `length`.
 */
export function distribution(rng: Rng, length: number, parts: number): Probabilities {
  const cuts = shuffled(
    rng,
    Array.from({ length: parts - 1 }, (_, i) => i + 1),
  )
    .slice(0, length - 1)
    .sort((a, b) => a - b);
  return probabilities([...cuts, parts].map((cut, i) => (cut - (cuts[i - 1] ?? 0)) / parts));
}

/** Two distributions that differ by at least a fifth at some outcome. */
export function twoDistributions(rng: Rng, length: number, parts: number): [Probabilities, Probabilities] {
  const p = distribution(rng, length, parts);
  const q = distribution(rng, length, parts);
  return Array.from(p).some((x, i) => Math.abs(x - q[i]!) > 0.19)
    ? [p, q]
    : twoDistributions(rng, length, parts);
}
