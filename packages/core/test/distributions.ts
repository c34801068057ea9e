import { normalize, type Probabilities } from "@surprisal/core";
import fc from "fast-check";

/** Weights of every size a distribution meets: ordinary, zero, tiny (down to 1e-300) and equal ones. */
const weight = fc.oneof(
  { weight: 5, arbitrary: fc.double({ min: 1e-3, max: 1, noNaN: true }) },
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.constant(1) },
  { weight: 1, arbitrary: fc.integer({ min: 4, max: 300 }).map((k) => 10 ** -k) },
);

/** Weights, not all zero, normalised. */
function normalized(weights: number[]): Probabilities {
  return normalize(weights.some((x) => x > 0) ? weights : weights.map(() => 1));
}

function arrays(n: number): fc.Arbitrary<number[]> {
  return fc.array(weight, { minLength: n, maxLength: n });
}

const sizes = fc.integer({ min: 1, max: 12 });

/** One distribution over 1 to 12 outcomes. */
export const distributions: fc.Arbitrary<Probabilities> = sizes.chain((n) => arrays(n).map(normalized));

/** Several distributions over the same outcomes, unrelated to one another. */
export function tuples(count: number): fc.Arbitrary<Probabilities[]> {
  return sizes.chain((n) => fc.array(arrays(n).map(normalized), { minLength: count, maxLength: count }));
}

/** P and Q of the same support, whose probabilities differ relatively by about 1e-3 down to 1e-15. */
export const nearPairs: fc.Arbitrary<[Probabilities, Probabilities]> = fc
  .tuple(sizes, fc.integer({ min: 3, max: 15 }))
  .chain(([n, digits]) =>
    fc.tuple(
      arrays(n),
      fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: n, maxLength: n }),
      fc.constant(10 ** -digits),
    ),
  )
  .map(([weights, shifts, step]) => {
    const p = normalized(weights);
    return [p, normalize(Array.from(p, (x, i) => x * (1 + step * (shifts[i] ?? 0))))];
  });

/** P and Q over the same outcomes: unrelated, near-equal or equal. */
export const pairs: fc.Arbitrary<[Probabilities, Probabilities]> = fc.oneof(
  { weight: 4, arbitrary: tuples(2).map(([p, q]) => [p, q] as [Probabilities, Probabilities]) },
  { weight: 2, arbitrary: nearPairs },
  { weight: 1, arbitrary: distributions.map((p) => [p, p] as [Probabilities, Probabilities]) },
);

/** The distribution of f(X), where `labels[i]` is what outcome i becomes. */
export function merged(p: Probabilities, labels: readonly number[]): Probabilities {
  const sums = new Float64Array(p.length);
  for (let i = 0; i < p.length; i++) {
    const label = (labels[i] ?? 0) % p.length;
    sums[label] = Math.min(1, (sums[label] ?? 0) + (p[i] ?? 0));
  }
  return normalize(sums);
}
