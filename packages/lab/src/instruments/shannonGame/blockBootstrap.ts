import type { Rng } from "@surprisal/core";

export type Range = readonly [number, number];

const replications = 400;
const [low, high] = [0.025, 0.975];

/**
 * 95 % percentile intervals of statistics of a sequence, by the circular block bootstrap: sequences of the same length are put together from
 * blocks of neighbours, drawn with equal chances from the sequence closed to a ring.
 *
 * Letters depend on those before them, so single letters must not be drawn. Blocks of about the cube root of n keep what neighbours have in
 * common and lose what spans more; the sequence is taken to be of one kind throughout. The interval says how much another passage of the same
 * kind would differ. It does not mend a statistic that is off on average, as an entropy of few letters is (too low).
 *
 * @param length n ≥ 1.
 * @param statistics Of the places drawn, each in [0, n).
 * @param rng Equal generators give equal intervals.
 * @returns One interval for each statistic.
 * @see Politis & Romano (1992), A circular block-resampling procedure for stationary data.
 */
export function blockBootstrap(
  length: number,
  statistics: (places: Int32Array) => readonly number[],
  rng: Rng,
): Range[] {
  const block = Math.max(1, Math.round(Math.cbrt(length)));
  const places = new Int32Array(length);
  const drawn = Array.from({ length: replications }, () => {
    for (let i = 0, start = 0; i < length; i++) {
      if (i % block === 0) start = Math.floor(rng.next() * length);
      places[i] = (start + (i % block)) % length;
    }
    return statistics(places);
  });
  return drawn[0]!.map((_, k) => {
    const sorted = drawn.map((values) => values[k]!).sort((a, b) => a - b);
    return [quantile(sorted, low), quantile(sorted, high)];
  });
}

function quantile(sorted: readonly number[], part: number): number {
  const at = part * (sorted.length - 1);
  const below = Math.floor(at);
  const [a, b] = [sorted[below]!, sorted[Math.min(below + 1, sorted.length - 1)]!];
  return a + (at - below) * (b - a);
}
