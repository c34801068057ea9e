import { join } from "node:path";
import { compareRows, measureRows, type Rows, widen } from "@surprisal/core";
import { type LogitRows, logitRows, type RowPlace, rowPlace } from "@surprisal/data";
import { measureRowFiles } from "@surprisal/data/node";
import { expect, test } from "vitest";
import { openBlobRows } from "../../src/rows/webRowReader.ts";
import { fixture, folder, openFixture } from "../modelOutputs.ts";

async function stored(name: string): Promise<{ rows: LogitRows; place: RowPlace; inMemory: Rows }> {
  const output = await openFixture(name);
  if (output.kind === "scores") throw new Error(`the test expected rows in ${name}`);
  const array = output.kind === "arrays" ? output.arrays.find(({ type }) => /^b?f/.test(type))! : undefined;
  const rows = output.kind === "base" ? output.base : logitRows(array!);
  const bytes = new Uint8Array(rows.rows * rows.vocabulary * (rows.format === "f32" ? 4 : 2));
  await rows.readRows(0, rows.rows, bytes);
  const { format, vocabulary } = rows;
  const inMemory: Rows =
    format === "f32"
      ? { format, vocabulary, values: new Float32Array(bytes.buffer) }
      : { format, vocabulary, values: new Uint16Array(bytes.buffer) };
  const place = rowPlace(rows, join(folder, name), array?.name);
  const source = rows.place ? join(folder, rows.place.source) : place.source;
  return { rows, place: { ...place, source }, inMemory };
}

test.each(["f4.npy", "f2.npy", "big-f4.npy", "f8.npy", "stored.npz", "deflated.npz", "tensors.safetensors"])(
  "%s gives in two threads what its rows give in memory",
  async (name) => {
    const { place, inMemory } = await stored(name);
    const found = await measureRowFiles({ p: place, ranks: true }, { threads: 2 });
    expect(found.measures).toEqual(measureRows(inMemory, { ranks: true }));
  },
);

test.each([1, 2])(
  "a base file gives, in %i threads, what came as likely as it is stored",
  async (threads) => {
    const { rows, place, inMemory } = await stored("base.kld");
    const { vocabulary, values } = inMemory;
    const targets = Int32Array.from({ length: rows.rows }, (_, row) => (7 * row) % vocabulary);
    const { measures } = await measureRowFiles({ p: place, ranks: true }, { threads, targets });
    if ("p" in measures) throw new Error("expected rows alone");
    const normalised = measureRows(inMemory, { targets, ranks: true });
    for (const [row, target] of targets.entries()) {
      const log = values.subarray(row * vocabulary, (row + 1) * vocabulary);
      // A likelihood and ln Σ e^x of singles, each within 1e-6.
      expect(Math.abs(measures.negativeLogLikelihood[row]! + log[target]!)).toBeLessThanOrEqual(2e-6);
      expect(Math.abs(measures.top1LogProbability[row]! - Math.max(...log))).toBeLessThanOrEqual(2e-6);
    }
    for (const name of ["entropy", "logSumExp", "rank", "top1"] as const)
      expect(measures[name]).toEqual(normalised[name]);
  },
);

test("rows that need no converting are read where they lie, all others by their format", async () => {
  expect((await stored("f4.npy")).place.byteOffset).toBeGreaterThan(0);
  for (const name of ["big-f4.npy", "f8.npy", "deflated.npz", "base.kld"])
    expect((await stored(name)).place, name).not.toHaveProperty("byteOffset");
});

test("halves are compared with singles as the singles they are", async () => {
  const [halves, singles] = [await stored("f2.npy"), await stored("f4.npy")];
  const { vocabulary, format, values } = halves.inMemory;
  const wide: Rows = { format: "f32", vocabulary, values: widen(format, values) };
  const found = await measureRowFiles({ p: halves.place, q: singles.place });
  expect(found.measures).toEqual(compareRows(wide, singles.inMemory));
});

test("a Blob that has to be converted is, and one that holds no rows is refused", async () => {
  const { place, inMemory } = await stored("f8.npy");
  const reader = await openBlobRows({
    ...place,
    source: new Blob([fixture("f8.npy") as Uint8Array<ArrayBuffer>]),
  });
  const into = new Uint8Array(inMemory.values.byteLength);
  await reader.readRows(0, place.rows, into);
  expect(new Float32Array(into.buffer)).toEqual(inMemory.values);
  const scores = new Blob([fixture("plain.jsonl") as Uint8Array<ArrayBuffer>]);
  await expect(openBlobRows({ ...place, source: scores })).rejects.toThrow(/holds no array/);
});
