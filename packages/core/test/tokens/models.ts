import {
  aliasTable,
  compareRows,
  createRng,
  logits,
  type RowQuestions,
  softmax,
  standardNormal,
} from "@surprisal/core";

const vocabulary = 40;

/** Logits of n rows of a base, and of copies of it with noise of the sizes given; targets drawn from the base. */
export function models(n: number, noises: readonly number[], seed = 71) {
  const rng = createRng(seed);
  const base = Float32Array.from({ length: n * vocabulary }, () => 2 * standardNormal(rng));
  const copies = noises.map((noise) => base.map((x) => x + noise * standardNormal(rng)));
  const targets = Int32Array.from({ length: n }, (_, row) =>
    aliasTable(softmax(logits(base.subarray(row * vocabulary, (row + 1) * vocabulary)))).sample(rng),
  );
  const rows = (values: Float32Array) => ({ format: "f32", vocabulary, values }) as const;
  return { base: rows(base), copies: copies.map(rows), targets };
}

export function comparison(n: number, noise: number, questions: RowQuestions = {}) {
  const { base, copies, targets } = models(n, [noise]);
  return { pair: compareRows(base, copies[0]!, { targets, ...questions }), targets };
}
