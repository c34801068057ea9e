import {
  addOutcomeSums,
  compareRows,
  emptyRowPairMeasures,
  type OutcomeSums,
  type Rows,
} from "@surprisal/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { baseRowEngine, relaxedRowEngine } from "../../src/kernels/compiledRowEngine.ts";
import { createRowEngine } from "../../src/kernels/createRowEngine.ts";
import { referenceRowEngine } from "../../src/kernels/referenceRowEngine.ts";
import { bfloats, halves, logitRows, seededLogits, shapes, vocabulary } from "./logitRows.ts";

const builds = { "relaxed SIMD": relaxedRowEngine, SIMD: baseRowEngine };
const formats: Record<string, (values: Float32Array, vocabulary: number) => Rows> = {
  f32: (values, vocabulary) => ({ format: "f32", vocabulary, values }),
  f16: (values, vocabulary) => ({ format: "f16", vocabulary, values: halves(values) }),
  bf16: (values, vocabulary) => ({ format: "bf16", vocabulary, values: bfloats(values) }),
};
const columns = ["p", "q", "forward", "reverse"] as const;
const outcomes = true;

function expectNear(found: OutcomeSums, expected: OutcomeSums): void {
  expect(found.rows).toBe(expected.rows);
  for (const name of columns)
    expected[name].forEach((value, v) => {
      // Singles lose 2⁻²⁴ of a logit: of a term p·d, and of d in it.
      const tolerance = 1e-6 * Math.max(1, Math.abs(value));
      if (Number.isFinite(value))
        expect(Math.abs(found[name][v]! - value), `${name} of ${v}`).toBeLessThanOrEqual(tolerance);
      else expect(found[name][v], `${name} of ${v}`).toBe(value);
    });
}

const total = (column: ArrayLike<number>) => Array.from(column).reduce((sum, x) => sum + x, 0);

describe.each(Object.entries(builds))("%s", (_, backend) => {
  describe.each(Object.entries(formats))("%s", (_, rowsOf) => {
    test.each(Object.keys(shapes))("has the sums of the reference: %s", (shape) => {
      const [x, y] = logitRows(shape).map((row) => rowsOf(row, vocabulary)) as [Rows, Rows];
      const found = compareRows(x, y, { outcomes, backend });
      expectNear(found.outcomes!, compareRows(x, y, { outcomes, backend: referenceRowEngine }).outcomes!);
    });

    test("has the sums of the reference on whatever numbers there are", () => {
      // Not within 10⁻⁴ of ln 2⁻¹⁰⁷⁵, where a single does not tell whether a probability is 0.
      const logit = fc.oneof(
        { weight: 8, arbitrary: fc.float({ min: -30, max: 30, noNaN: true }) },
        { weight: 2, arbitrary: fc.constantFrom(-Infinity, 0, -0, -80, -82.5, -104, -700, -800) },
        {
          weight: 1,
          arbitrary: fc.constantFrom(-65504, 65504, -3.4e38, 3.4e38, 1e-40, Number.NaN, Infinity),
        },
      );
      const length = 300;
      const logits = fc.array(logit, { minLength: 1, maxLength: 12 });
      fc.assert(
        fc.property(logits, logits, (ofX, ofY) => {
          const [x, y] = [ofX, ofY].map((values) =>
            rowsOf(
              Float32Array.from({ length }, (_, i) => values[(i * 7 + (i >> 3)) % values.length]!),
              length,
            ),
          ) as [Rows, Rows];
          const [found, expected] = [backend, referenceRowEngine].map((made) =>
            compareRows(x, y, { outcomes, backend: made }),
          );
          expectNear(found!.outcomes!, expected!.outcomes!);
        }),
        { numRuns: 200 },
      );
    });

    test("at lengths around blocks, over more rows than a window holds", () => {
      for (const length of [1, 7, 255, 256, 257, 1025]) {
        const [x, y] = [1, 2].map((seed) => rowsOf(seededLogits(9 * length, 4, seed), length)) as [
          Rows,
          Rows,
        ];
        const small = (task: Parameters<typeof backend>[0]) => backend({ ...task, capacity: 4 });
        const found = compareRows(x, y, { outcomes, symmetric: true, backend: small });
        expectNear(found.outcomes!, compareRows(x, y, { outcomes, backend: referenceRowEngine }).outcomes!);
      }
    });
  });

  test("they sum to the divergences of the rows, and probabilities to their number", () => {
    const [length, count] = [3001, 64];
    const [x, y] = [5, 6].map((seed) => formats.f32!(seededLogits(length * count, 3, seed), length)) as [
      Rows,
      Rows,
    ];
    const found = compareRows(x, y, { outcomes, backend });
    const sums = found.outcomes!;
    expect(Math.abs(total(sums.p) / count - 1)).toBeLessThanOrEqual(1e-6);
    expect(Math.abs(total(sums.q) / count - 1)).toBeLessThanOrEqual(1e-6);
    expect(Math.abs(total(sums.forward) - total(found.forwardKl)) / count).toBeLessThanOrEqual(1e-6);
    expect(Math.abs(total(sums.reverse) - total(found.reverseKl)) / count).toBeLessThanOrEqual(1e-6);
  });

  test("are the same to the last bit, however the rows are parted and in whatever order", () => {
    const [length, count] = [700, 60];
    const [x, y] = [8, 9].map((seed) => seededLogits(length * count, 5, seed)) as [
      Float32Array,
      Float32Array,
    ];
    const sumsOf = (from: number, to: number) => {
      const part = (values: Float32Array) => formats.f32!(values.slice(from * length, to * length), length);
      return compareRows(part(x), part(y), { outcomes, backend }).outcomes!;
    };
    const parts = [sumsOf(40, 60), sumsOf(0, 13), sumsOf(13, 40)];
    expect(parts.reduce(addOutcomeSums)).toEqual(sumsOf(0, count));
  });

  test("rows that are no distributions are in none of them", () => {
    const x = seededLogits(3 * 300, 4, 11);
    const y = seededLogits(3 * 300, 4, 12);
    x[10] = Number.NaN;
    y.fill(-Infinity, 600, 900);
    const rest = (values: Float32Array) => formats.f32!(values.slice(300, 600), 300);
    expect(compareRows(formats.f32!(x, 300), formats.f32!(y, 300), { outcomes, backend }).outcomes).toEqual(
      compareRows(rest(x), rest(y), { outcomes, backend }).outcomes,
    );
  });
});

test("taking the sums begins anew; without the question there are none", () => {
  const values = seededLogits(20, 4, 3);
  for (const backend of [...Object.values(builds), referenceRowEngine]) {
    const engine = createRowEngine({ format: "f32", vocabulary: 20, outcomes }, backend);
    for (const window of [engine.p, engine.q]) window.set(new Uint8Array(values.buffer));
    engine.compare(1, Int32Array.of(-1), emptyRowPairMeasures(1), 0);
    expect(engine.takeOutcomes()!.rows).toBe(1);
    const empty = engine.takeOutcomes()!;
    expect([empty.rows, total(empty.p)]).toEqual([0, 0]);
    const other = createRowEngine({ format: "f32", vocabulary: 20 }, backend);
    other.compare(1, Int32Array.of(-1), emptyRowPairMeasures(1), 0);
    expect(other.takeOutcomes()).toBeUndefined();
  }
});

test("sums over vocabularies of different sizes are not added", () => {
  const sums = (length: number) => {
    const rows = formats.f32!(new Float32Array(length), length);
    return compareRows(rows, rows, { outcomes }).outcomes!;
  };
  expect(() => addOutcomeSums(sums(3), sums(4))).toThrow("addOutcomeSums: other has 4 outcomes, expected 3");
});
