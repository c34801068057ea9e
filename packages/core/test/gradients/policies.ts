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
