import { readFileSync } from "node:fs";
import { join } from "node:path";
import { logits, logSoftmax } from "@surprisal/core";
import { bytesSource, type LlamaBase, logitRows, openModelOutput, readVocabulary } from "@surprisal/data";
import { expect, test } from "vitest";
import { joined } from "../vocabulary/vocabularies.ts";

/** Written by llama.cpp: reference/llamaBase.py. */
const folder = join(import.meta.dirname, "../../../../reference/llamaBase");
const bytesOf = (name: string) => new Uint8Array(readFileSync(join(folder, name)));
const opened = (name: string) => openModelOutput(name, () => bytesSource(bytesOf(name)));

async function base(name: string): Promise<LlamaBase> {
  const output = await opened(name);
  if (output.kind !== "base") throw new Error(`the test expected a base file, not ${output.kind}`);
  return output.base;
}

test("windows, and the tokens of the text behind the one that begins it", async () => {
  const file = await base("base.kld");
  expect(file).toMatchObject({
    windows: 5,
    contextLength: 64,
    vocabulary: 301,
    rows: 155,
    rowsPerWindow: 31,
  });
  const [first, ...tokens] = await file.readTokens();
  expect(first).toBe(1);
  const vocabulary = await readVocabulary(bytesSource(bytesOf("pieces.vocab")), "pieces.vocab");
  const text = joined(vocabulary, tokens);
  expect(text.length).toBeGreaterThan(300);
  // A space is put before a text.
  expect(` ${readFileSync(join(folder, "text.txt"), "utf8")}`.startsWith(text)).toBe(true);
});

test("what came at a row is the token behind its context", async () => {
  const file = await base("base.kld");
  const tokens = [...(await file.readTokens())];
  const secondHalves = [0, 1, 2, 3, 4].flatMap((window) => tokens.slice(64 * window + 33, 64 * (window + 1)));
  expect([...(await file.readTargets())]).toEqual(secondHalves);
});

test("its rows are those of the logits in its memory, to half a step; below the cut, at the cut", async () => {
  const file = await base("candidate.kld");
  const output = await opened("candidate.npy");
  if (output.kind !== "arrays") throw new Error(`the test expected an array, not ${output.kind}`);
  const memory = logitRows(output.arrays[0]!);
  const stored = new Float32Array(file.vocabulary);
  const row = new Float32Array(file.vocabulary);
  let cut = 0;
  for (let i = 0; i < file.rows; i++) {
    await file.readRows(i, 1, new Uint8Array(stored.buffer));
    await memory.readRows(i, 1, new Uint8Array(row.buffer));
    const { step } = await file.readScale(i);
    const exact = logSoftmax(logits(row));
    const lowest = Math.max(...exact) - file.cutNats;
    // Singles of up to 2⁵ nats are 2⁻¹⁹ apart; a logit, a floor and a sum of theirs are rounded, and a step 65535 times.
    const rounded = 4 * 2 ** -19;
    for (let outcome = 0; outcome < exact.length; outcome++) {
      const log = exact[outcome]!;
      if (log < lowest) cut++;
      const off = Math.abs(stored[outcome]! - Math.max(log, lowest));
      expect(off, `row ${i}, outcome ${outcome}`).toBeLessThanOrEqual(step / 2 + rounded);
    }
  }
  expect(cut).toBeGreaterThan(1000);
});
