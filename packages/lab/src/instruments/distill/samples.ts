import { aliasTable, createRng, type Probabilities } from "@surprisal/core";

const count = 9;

/** Some orders, drawn with a seed. */
export function drawn(p: Probabilities, seed: number): number[] {
  const rng = createRng(seed);
  const table = aliasTable(p);
  return Array.from({ length: count }, () => table.sample(rng));
}
