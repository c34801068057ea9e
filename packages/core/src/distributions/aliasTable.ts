import { compensatedSum } from "../numeric/compensatedSum.ts";
import type { Rng } from "../rng.ts";
import { expectKind, type Probabilities } from "./kinds.ts";

/** A table that draws outcomes of a categorical distribution in constant time; made by {@link aliasTable}. */
export interface AliasTable {
  /** Length k. Column i, chosen with probability 1/k, gives outcome i with probability `threshold[i]`, … */
  readonly threshold: Float64Array;
  /** Length k. … and outcome `alias[i]` otherwise. */
  readonly alias: Uint32Array;
  /** Draws an outcome, an index in [0, k). Uses two `next()` of the generator. */
  sample(rng: Rng): number;
}

/**
 * Prepares a categorical distribution for drawing: O(k) once, then two uniforms a draw whatever k is.
 *
 * An outcome of probability 0 is never drawn. The probabilities that the table implies differ from p by at most 2⁻⁵¹; a draw adds up
 * to 2⁻⁵², because `next()` is a multiple of 2⁻⁵³.
 *
 * @param p Probabilities, length k.
 * @see Vose (1991), A Linear Algorithm for Generating Random Numbers with a Given Distribution.
 * @example aliasTable(probabilities([0, 1, 0])).sample(createRng(1)) // 1
 */
export function aliasTable(p: Probabilities): AliasTable {
  expectKind("aliasTable", "p", p, "probabilities");
  const k = p.length;
  const total = compensatedSum(k, (i) => p[i]);
  const threshold = Float64Array.from(p, (x) => (x * k) / total);
  const alias = Uint32Array.from(p, (_, i) => i);
  const light = [...alias].filter((i) => threshold[i] < 1);
  const heavy = [...alias].filter((i) => threshold[i] >= 1);

  for (const giver of heavy) {
    // What the giver has left is rest + lost: without `lost`, a giver of weight k would be off by up to k²·2⁻⁵³ at the end.
    let rest = threshold[giver];
    let lost = 0;
    while (light.length > 0 && rest + lost >= 1) {
      const taker = light.pop()!;
      const gift = 1 - threshold[taker];
      const left = rest - gift;
      lost += rest - left - gift;
      rest = left;
      alias[taker] = giver;
    }
    threshold[giver] = Math.min(1, rest + lost);
    if (threshold[giver] < 1) light.push(giver);
  }
  // The weights sum to k, so one that is light with nobody left to give to it is 1 but for rounding.
  for (const i of light) threshold[i] = 1;

  return {
    threshold,
    alias,
    sample(rng) {
      const column = Math.floor(rng.next() * k);
      return rng.next() < threshold[column] ? column : alias[column];
    },
  };
}
