/**
 * Entropy of the bytes of a 1 GiB file in the page cache: `bytes:FILE` against the program `ent`. Goal: at least 10 times as fast.
 */
import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRng, entropy, inUnit } from "@surprisal/core";
import { bytesSource, countBytes, parseOperand, resolveOperand } from "@surprisal/data";
import { open } from "@surprisal/data/node";

const mebibytes = 1024;
const length = mebibytes * 2 ** 20;

export default async function (): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "surprisal-bench-"));
  try {
    const path = join(folder, "bytes");
    const expected = writeSeeded(path);
    const bits = await checkedEntropy(path, expected);

    const ours = await best(3, () => resolveOperand(parseOperand(`bytes:${path}`), open));
    report("bytes:FILE, from the page cache", ours);
    const block = new Uint8Array(64 << 20).map((_, i) => (i * i) >>> 7);
    report(
      "the kernel alone, in memory",
      (await best(5, () => countBytes(bytesSource(block)))) * (length / block.length),
    );

    const peer = spawnSync("ent", ["-t", path], { encoding: "utf8" });
    if (peer.error) {
      console.log("  ent: absent, so no ratio (package `ent` of the usual distributions)");
      return;
    }
    const theirBits = Number(peer.stdout.split("\n")[1]?.split(",")[2]);
    if (!(Math.abs(theirBits - bits) < 1e-6))
      throw new Error(`bytes: ent finds ${theirBits} bits a byte, we ${bits}`);
    const theirs = await best(2, () => spawnSync("ent", ["-t", path]));
    report("ent", theirs);
    console.log(`  ratio ${(theirs / ours).toFixed(1)} (goal: at least 10)`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Writes the file, every part of it with other frequencies, and counts it plainly. */
function writeSeeded(path: string): Float64Array {
  const rng = createRng(2026);
  const counts = new Float64Array(256);
  const chunk = new Uint8Array(2 ** 20);
  const file = openSync(path, "w");
  for (let i = 0; i < chunk.length; i++) chunk[i] = 256 * rng.next() ** 2;
  for (let part = 0; part < mebibytes; part++) {
    const shift = rng.uint32() & 255;
    for (let i = 0; i < chunk.length; i++) chunk[i]! += shift & (i >> 8);
    for (const byte of chunk) counts[byte]!++;
    writeSync(file, chunk);
  }
  closeSync(file);
  return counts;
}

/** No wrong answer is timed. @returns Bits per byte. */
async function checkedEntropy(path: string, expected: Float64Array): Promise<number> {
  const { counts, probabilities } = await resolveOperand(parseOperand(`bytes:${path}`), open);
  expected.forEach((count, byte) => {
    if (counts?.[byte] !== count)
      throw new Error(`bytes: byte ${byte} is counted ${counts?.[byte]} times, expected ${count}`);
  });
  return inUnit(entropy(probabilities), "bits");
}

async function best(times: number, run: () => unknown): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < times; i++) {
    const start = performance.now();
    await run();
    least = Math.min(least, (performance.now() - start) / 1000);
  }
  return least;
}

function report(what: string, seconds: number): void {
  console.log(`  ${what}: ${seconds.toFixed(3)} s, ${(length / seconds / 1e9).toFixed(2)} GB/s`);
}
