import {
  compareRows,
  createRng,
  klDivergence,
  logits,
  logSoftmax,
  type Rows,
  softmax,
  standardNormal,
} from "@surprisal/core";
import { expect, test } from "vitest";
import { likewiseCut } from "../../src/rows/likewiseCut.ts";
import { blockMeter } from "../../src/rows/measureBlocks.ts";
import type { RowReader } from "../../src/rows/rowReader.ts";

const [rows, vocabulary] = [12, 5000];

const reader = (values: Float32Array): RowReader => ({
  ...{ rows, vocabulary, format: "f32" },
  readRows: (start, count, into) =>
    into.set(new Uint8Array(values.buffer, 4 * start * vocabulary, 4 * count * vocabulary)),
});
const whole = (values: Float32Array): Rows => ({ format: "f32", vocabulary, values });

/** A few outcomes far above thousands of others, as models of language have them; and a near copy. */
function models(): [Float32Array, Float32Array] {
  const rng = createRng(12);
  const base = Float32Array.from({ length: rows * vocabulary }, (_, i) =>
    i % vocabulary < 20 ? 18 + 2 * standardNormal(rng) : -4 + 2 * standardNormal(rng),
  );
  return [base, base.map((x) => x + 0.1 * standardNormal(rng))];
}

/** As llama.cpp stores rows: log-probabilities, and the lowest ones at so far below the largest. */
function cutAt(values: Float32Array, nats: number): Float32Array {
  const cut = values.slice();
  for (let row = 0; row < rows; row++) {
    const part = cut.subarray(row * vocabulary, (row + 1) * vocabulary);
    const log = logSoftmax(logits(part));
    const lowest = Math.max(...log) - nats;
    part.forEach((_, i) => {
      part[i] = Math.max(log[i]!, lowest);
    });
  }
  return cut;
}

test("beside rows that are cut, others are cut as far below their largest", async () => {
  const [base, copy] = models();
  const cutBase: RowReader = { ...reader(cutAt(base, 16)), cutNats: 16 };
  const targets = new Int32Array(rows).fill(3);
  const expected = compareRows(whole(cutAt(base, 16)), whole(cutAt(copy, 16)), { targets });
  for (const [p, q] of [
    [cutBase, reader(copy)],
    [reader(copy), cutBase],
  ] as const) {
    const { measures } = await blockMeter(p, q).measure(0, rows, targets);
    const kl = "forwardKl" in measures ? (p === cutBase ? measures.forwardKl : measures.reverseKl) : [];
    kl.forEach((nats, row) => {
      // Singles of up to 32: each within 2⁻²⁰, and so are divergences.
      expect(Math.abs(nats - expected.forwardKl[row]!)).toBeLessThanOrEqual(2 ** -20);
    });
  }
  // Neither cut, nothing is.
  const { measures } = await blockMeter(reader(base), reader(copy)).measure(0, rows, targets);
  expect(measures).toEqual(compareRows(whole(base), whole(copy), { targets }));
});

test("so that a divergence is near what it was, and not many times as much", async () => {
  const [base, copy] = models();
  const row = (values: Float32Array) => softmax(logits(values.subarray(0, vocabulary)));
  const truth = klDivergence(row(base), row(copy));
  const coded: RowReader = { ...reader(cutAt(base, 16)), cutNats: 16 };
  const { measures } = await blockMeter(coded, reader(copy)).measure(0, 1, new Int32Array(1).fill(-1));
  const found = "forwardKl" in measures ? measures.forwardKl[0]! : 0;
  // All that is cut weighs 5000·e⁻¹⁶ = 0.0006 of the likeliest outcome, in either.
  expect(Math.abs(found / truth - 1)).toBeLessThan(0.002);
  const mixed = compareRows(whole(cutAt(base, 16)), whole(copy)).forwardKl[0]!;
  expect(mixed / truth).toBeGreaterThan(1.2);
});

test("what came is as likely as it is stored, though the rows sum to more than 1", async () => {
  const [base, copy] = models();
  const coded: RowReader = { ...reader(cutAt(base, 16)), cutNats: 16 };
  const targets = new Int32Array(rows).fill(3);
  const truth = (values: Float32Array) =>
    compareRows(whole(values), whole(values), { targets }).p.negativeLogLikelihood;
  const { measures } = await blockMeter(coded, reader(copy)).measure(0, rows, targets);
  if (!("forwardKl" in measures)) throw new Error("expected a pair");
  for (const [found, values] of [
    [measures.p, base],
    [measures.q, copy],
  ] as const) {
    const expected = truth(values);
    found.negativeLogLikelihood.forEach((nats, row) => {
      // As above, and the rows are within 1e-6 of what they are in doubles.
      expect(Math.abs(nats - expected[row]!)).toBeLessThanOrEqual(2 ** -20 + 2e-6);
      expect(found.logSumExp[row]!).toBeGreaterThan(1e-5);
    });
  }
  const alone = await blockMeter(coded).measure(0, rows, targets);
  expect("p" in alone.measures || alone.measures.negativeLogLikelihood).toEqual(
    measures.p.negativeLogLikelihood,
  );
});

test("halves are widened; what is no distribution stays none", async () => {
  const halves: RowReader = {
    ...{ rows: 1, vocabulary: 4, format: "f16" },
    // 2, −32, −∞ and 1 in half precision.
    readRows: (_, __, into) =>
      into.set(new Uint8Array(Uint16Array.of(0x4000, 0xd000, 0xfc00, 0x3c00).buffer)),
  };
  const into = new Uint8Array(16);
  await likewiseCut(halves, 16).readRows(0, 1, into);
  const total = Math.log(Math.exp(2) + Math.exp(-32) + Math.exp(1));
  expect([...new Float32Array(into.buffer)].map((x) => (x + total).toFixed(5))).toEqual([
    "2.00000",
    "-14.00000",
    "-14.00000",
    "1.00000",
  ]);
  const broken = {
    ...halves,
    format: "f32" as const,
    readRows: (_: number, __: number, to: Uint8Array) =>
      to.set(new Uint8Array(Float32Array.of(1, Number.NaN, -90, 0).buffer)),
  };
  await likewiseCut(broken, 16).readRows(0, 1, into);
  expect(new Float32Array(into.buffer)).toEqual(Float32Array.of(1, Number.NaN, -90, 0));
});
