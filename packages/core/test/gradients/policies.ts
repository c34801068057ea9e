import { normalize, type Probabilities } from "@surprisal/core";
import fc from "fast-check";

/** Distributions over the same 2 to 12 outcomes, all of them possible, with odds of up to 10 000. */
export function policies(count: number): fc.Arbitrary<Probabilities[]> {
  const weight = fc.double({ min: 0, max: 4, noNaN: true }).map((k) => 10 ** -k);
  return fc.integer({ min: 2, max: 12 }).chain((n) =>
    fc.array(fc.array(weight, { minLength: n, maxLength: n }).map(normalize), {
      minLength: count,
      maxLength: count,
    }),
  );
}

/** Every batch of `size` draws, with its probability. */
function batches(draws: Probabilities, size: number): { drawn: number[]; chance: number }[] {
  if (size === 0) return [{ drawn: [], chance: 1 }];
  return batches(draws, size - 1).flatMap(({ drawn, chance }) =>
    [...draws].flatMap((q, x) => (q > 0 ? [{ drawn: [...drawn, x], chance: chance * q }] : [])),
  );
}

/** Mean, and expected squared distance from it, of what all batches of `size` draws say. */
export function momentsOverBatches(
  draws: Probabilities,
  size: number,
  estimate: (drawn: readonly number[]) => Float64Array,
): { mean: Float64Array; variance: number } {
  const all = batches(draws, size).map(({ drawn, chance }) => ({ said: estimate(drawn), chance }));
  const mean = Float64Array.from(draws, (_, i) =>
    all.reduce((sum, { said, chance }) => sum + chance * said[i], 0),
  );
  const variance = all.reduce(
    (sum, { said, chance }) => sum + chance * said.reduce((s, x, i) => s + (x - mean[i]) ** 2, 0),
    0,
  );
  return { mean, variance };
}
