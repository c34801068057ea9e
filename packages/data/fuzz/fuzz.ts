import { createRng } from "@surprisal/core";
import { files, filesOf } from "./formats.ts";
import { mutate } from "./mutate.ts";
import { survives } from "./survives.ts";

export interface Survived {
  read: number;
  refused: number;
  /** Milliseconds of the slowest input. */
  slowest: number;
}

/**
 * Reads `count` mutated files of a format.
 *
 * @throws Error with the seed and the input, at the first that is neither read nor refused.
 */
export async function fuzz(format: string, count: number, seed: number): Promise<Survived> {
  const rng = createRng(seed);
  const sources = filesOf(format);
  const all = sources.map(([, bytes]) => bytes);
  const result: Survived = { read: 0, refused: 0, slowest: 0 };
  for (let i = 0; i < count; i++) {
    const [name, bytes] = sources[i % sources.length]!;
    const mutated = mutate(bytes, all, rng);
    const start = performance.now();
    try {
      result[await survives(name, mutated, files)]++;
    } catch (cause) {
      const input = Buffer.from(mutated).toString("base64");
      throw new Error(`${format}, seed ${seed}, input ${i} of ${name}: ${input}`, { cause });
    }
    result.slowest = Math.max(result.slowest, performance.now() - start);
  }
  return result;
}
