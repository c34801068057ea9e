import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createRng, standardNormal } from "@surprisal/core";

/** Logits of two models for the same tokens, on disk: seeded, and like those of a model and its quantised copy. */
export type LogitFiles = {
  readonly rows: number;
  readonly vocabulary: number;
  readonly p: string;
  readonly q: string;
  readonly targets: Int32Array;
  /** Rows of P and Q, for checking. */
  readonly first: (count: number) => readonly [Float32Array, Float32Array];
};

export function writeLogits(folder: string, rows: number, vocabulary: number): LogitFiles {
  const rng = createRng(rows);
  const p = new Float32Array(rows * vocabulary);
  const q = new Float32Array(rows * vocabulary);
  // Drawing each logit anew would take minutes; rows are shifts of a long list of draws.
  const draws = Float32Array.from({ length: 1 << 20 }, () => 2.8 * standardNormal(rng));
  const noise = Float32Array.from({ length: 1 << 16 }, () => 0.12 * standardNormal(rng));
  for (let row = 0; row < rows; row++) {
    const shift = rng.uint32();
    for (let i = 0, at = row * vocabulary; i < vocabulary; i++, at++) {
      p[at] = draws[(shift + i * 31) & 0xfffff]!;
      q[at] = p[at]! + noise[(shift + i * 17) & 0xffff]!;
    }
    p[row * vocabulary + (shift % vocabulary)]! += 9;
    q[row * vocabulary + (shift % vocabulary)]! += 9;
  }
  const files = [join(folder, `p${vocabulary}`), join(folder, `q${vocabulary}`)] as const;
  writeFileSync(files[0], p);
  writeFileSync(files[1], q);
  return {
    rows,
    vocabulary,
    p: files[0],
    q: files[1],
    targets: Int32Array.from({ length: rows }, () => rng.uint32() % vocabulary),
    first: (count) => [p.subarray(0, count * vocabulary), q.subarray(0, count * vocabulary)],
  };
}
