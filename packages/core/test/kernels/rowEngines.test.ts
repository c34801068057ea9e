import fc from "fast-check";
import { describe, expect, test } from "vitest";
import answers from "../../../../reference/rows.json" with { type: "json" };
import { standardNormal } from "../../src/distributions/standardNormal.ts";
import { baseRowEngine, relaxedRowEngine } from "../../src/kernels/compiledRowEngine.ts";
import { compareRows, measureRows } from "../../src/kernels/measureRows.ts";
import { referenceRowEngine } from "../../src/kernels/referenceRowEngine.ts";
import { paddingTarget, type RowMeasures, type RowPairMeasures, type Rows } from "../../src/kernels/rows.ts";
import { createRng } from "../../src/rng.ts";
import { divergenceCarriers } from "../../src/tokens/divergenceCarriers.ts";
import { bfloats, exact, halves, logitRows, seededLogits, shapes, target, vocabulary } from "./logitRows.ts";

const builds = { "relaxed SIMD": relaxedRowEngine, SIMD: baseRowEngine };
const formats = {
  f32: (values: Float32Array, vocabulary: number): Rows => ({ format: "f32", vocabulary, values }),
  f16: (values: Float32Array, vocabulary: number): Rows => ({
    format: "f16",
    vocabulary,
    values: halves(values),
  }),
  bf16: (values: Float32Array, vocabulary: number): Rows => ({
    format: "bf16",
    vocabulary,
    values: bfloats(values),
  }),
};

// The promised accuracies. A divergence above 1 is promised relatively.
const ofRow = 1e-6;
const ofDivergence = (exactly: number) => (exactly < 1 ? 3e-7 : 2e-6 * exactly);

function near(value: number, expected: number, tolerance: number, what: string): void {
  if (Number.isFinite(expected)) expect(Math.abs(value - expected), what).toBeLessThanOrEqual(tolerance);
  else expect(value, what).toBe(expected);
}

function sameMeasures(found: RowMeasures, expected: RowMeasures): void {
  expect(found.faults).toEqual(expected.faults);
  expect(found.top1).toEqual(expected.top1);
  expect(found.rank).toEqual(expected.rank);
  for (const key of ["logSumExp", "negativeLogLikelihood", "entropy", "top1LogProbability"] as const)
    expected[key].forEach((value, row) => {
      near(found[key][row], value, ofRow, `${key} of row ${row}`);
    });
}

function samePairMeasures(found: RowPairMeasures, expected: RowPairMeasures): void {
  sameMeasures(found.p, expected.p);
  sameMeasures(found.q, expected.q);
  expect(found.top1Agrees).toEqual(expected.top1Agrees);
  expect(found.topOverlap).toEqual(expected.topOverlap);
  for (const key of ["forwardKl", "reverseKl", "jensenShannon", "totalVariation"] as const) {
    const tolerance = key.endsWith("Kl") ? ofDivergence : () => ofRow;
    expect(found[key].length).toBe(expected[key].length);
    expected[key].forEach((value, row) => {
      near(found[key][row], value, tolerance(value), `${key} of row ${row}`);
    });
  }
}

const everything = { ranks: true, symmetric: true, top: 10 };

describe.each(Object.entries(builds))("%s", (name, backend) => {
  test("is what is measured with here", () => {
    expect(backend({ format: "f32", vocabulary: 1 })?.name).toBe(name);
  });

  test.each(Object.keys(shapes))("is within the promised accuracy of 60 digits: %s", (shape) => {
    const [x, y] = logitRows(shape);
    const answer = answers[shape as keyof typeof answers];
    const found = compareRows(formats.f32(x, vocabulary), formats.f32(y, vocabulary), {
      targets: [target],
      backend,
      ...everything,
    });
    for (const key of ["forwardKl", "reverseKl", "jensenShannon", "totalVariation"] as const)
      near(found[key][0], exact(answer[key]), ofDivergence(exact(answer[key])), key);
    for (const [measures, expected] of [
      [found.p, answer.p],
      [found.q, answer.q],
    ] as const) {
      for (const key of ["logSumExp", "negativeLogLikelihood", "entropy", "top1LogProbability"] as const)
        near(measures[key][0], exact(expected[key]), ofRow, key);
      expect([measures.top1[0], measures.rank[0]]).toEqual([expected.top1, expected.rank]);
    }
    expect(found.topOverlap[0]).toBe(answer.topOverlap);
  });

  describe.each(Object.entries(formats))("%s", (_, rowsOf) => {
    test.each(Object.keys(shapes))("equals the reference: %s", (shape) => {
      const [x, y] = logitRows(shape).map((row) => rowsOf(row, vocabulary)) as [Rows, Rows];
      const request = { targets: [target], ...everything };
      const expected = compareRows(x, y, { ...request, backend: referenceRowEngine });
      samePairMeasures(compareRows(x, y, { ...request, backend }), expected);
      sameMeasures(measureRows(x, { ...request, backend }), expected.p);
    });

    test("equals the reference at every length up to 40, and around blocks", () => {
      const around = [255, 256, 257, 511, 512, 513, 769, 2047, 2048, 2049, 2303, 2304, 2305];
      const lengths = [...Array.from({ length: 40 }, (_, i) => i + 1), ...around];
      for (const length of lengths) {
        const x = rowsOf(seededLogits(3 * length, 4, length), length);
        const y = rowsOf(seededLogits(3 * length, 4, length + 1), length);
        const request = { targets: [0, length - 1, length >> 1], ...everything };
        samePairMeasures(
          compareRows(x, y, { ...request, backend }),
          compareRows(x, y, { ...request, backend: referenceRowEngine }),
        );
      }
    });

    test("equals the reference in a window of many short rows", () => {
      const [length, count] = [3, 4000];
      const [x, y] = [21, 22].map((seed) => rowsOf(seededLogits(length * count, 4, seed), length)) as [
        Rows,
        Rows,
      ];
      const request = { targets: new Int32Array(count), ...everything };
      samePairMeasures(
        compareRows(x, y, { ...request, backend }),
        compareRows(x, y, { ...request, backend: referenceRowEngine }),
      );
    });

    test.each([300, 2309])("equals the reference on whatever numbers there are, %i of them", (length) => {
      const logit = fc.oneof(
        { weight: 8, arbitrary: fc.float({ min: -30, max: 30, noNaN: true }) },
        { weight: 2, arbitrary: fc.constantFrom(-Infinity, 0, -0, -80, -82.5, -88, -104, -745, -746, 5, 6) },
        { weight: 1, arbitrary: fc.float({ noNaN: true }) },
        { weight: 1, arbitrary: fc.constantFrom(-65504, 65504, -3.4e38, 3.4e38, 1e-40) },
      );
      const special = fc.constantFrom(Number.NaN, Infinity, -Infinity);
      // What there is in one block and not in another; rises of 1.73 and more put the reference out of reach.
      const rises = fc.array(fc.constantFrom(0, 0, 0, 0.9, 1.5, 1.72, 1.75, 6, -90), {
        minLength: 10,
        maxLength: 10,
      });
      fc.assert(
        fc.property(
          fc.array(logit, { minLength: 1, maxLength: 12 }),
          fc.array(logit, { minLength: 1, maxLength: 12 }),
          rises,
          rises,
          fc.option(fc.tuple(fc.nat(2 * length - 1), special), { freq: 4 }),
          fc.nat(length - 1),
          (ofX, ofY, risesOfX, risesOfY, strange, target) => {
            const [x, y] = [
              [ofX, risesOfX],
              [ofY, risesOfY],
            ].map(([values, rises]) =>
              Float32Array.from(
                { length },
                (_, i) => values![(i * 7 + (i >> 3)) % values!.length] + rises![i >> 8],
              ),
            ) as [Float32Array, Float32Array];
            if (strange) (strange[0] < length ? x : y)[strange[0] % length] = strange[1];
            const request = { targets: [target], ...everything };
            const [rowsX, rowsY] = [rowsOf(x, length), rowsOf(y, length)];
            const expected = compareRows(rowsX, rowsY, { ...request, backend: referenceRowEngine });
            samePairMeasures(compareRows(rowsX, rowsY, { ...request, backend }), expected);
            sameMeasures(measureRows(rowsX, { ...request, backend }), expected.p);
          },
        ),
        { numRuns: length < 1000 ? 300 : 100 },
      );
    });
  });

  test.each([300, 1009, 2048, 4096, 32000])(
    "every row is within the promised accuracy, however peaked it is: %i logits",
    (length) => {
      const rng = createRng(length);
      const normal = () => standardNormal(rng);
      for (const spread of [1, 2.5, 4, 6, 10])
        for (const noise of [0.05, 0.3, 1]) {
          const count = Math.ceil(20000 / length);
          const x = Float32Array.from({ length: length * count }, () => spread * normal());
          const y = x.map((logit) => logit + noise * normal());
          const request = { targets: new Int32Array(count) };
          const [p, q] = [x, y].map((values) => formats.f32(values, length)) as [Rows, Rows];
          samePairMeasures(
            compareRows(p, q, { ...request, backend }),
            compareRows(p, q, { ...request, backend: referenceRowEngine }),
          );
        }
    },
  );

  test.each([300, 4100])("a row differs from itself by nothing: %i logits", (length) => {
    const rises = Float32Array.from({ length }, (_, i) => (i * i) / 2e5);
    const rows = formats.f32(
      seededLogits(length, 4, 7).map((x, i) => x + rises[i]!),
      length,
    );
    const found = compareRows(rows, rows, { backend, symmetric: true, outcomes: true });
    for (const column of [found.forwardKl, found.reverseKl, found.jensenShannon, found.totalVariation])
      expect(column).toEqual(Float64Array.of(0));
    expect(divergenceCarriers(found.outcomes!, 1)[0]!.shareOfKl).toBeUndefined();
  });

  test("means over many rows are within 1e-7 of double precision", () => {
    const [length, count] = [3001, 200];
    const x = formats.f32(seededLogits(length * count, 3, 5), length);
    const targets = Int32Array.from({ length: count }, (_, row) => (row * 997) % length);
    const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value) / count;
    const [found, expected] = [backend, referenceRowEngine].map((made) =>
      mean(measureRows(x, { targets, backend: made }).negativeLogLikelihood),
    );
    expect(Math.abs(found! - expected!)).toBeLessThanOrEqual(1e-7);
  });

  test("a row with a NaN is named, and the others are not touched by it", () => {
    const values = seededLogits(5 * 700, 4, 11);
    values[2 * 700 + 333] = Number.NaN;
    values[4 * 700 + 699] = Infinity;
    const found = measureRows(formats.f32(values, 700), { backend });
    expect(found.faults).toEqual([
      { row: 2, fault: "NaN" },
      { row: 4, fault: "+∞" },
    ]);
    expect([...found.entropy].map(Number.isNaN)).toEqual([false, false, true, false, true]);
  });
});

describe.each(Object.entries({ ...builds, reference: referenceRowEngine }))(
  "padding, by %s",
  (_, backend) => {
    const [length, count] = [11, 6];
    const padded = [0, 3, 4];
    const [x, y] = [31, 32].map((seed) => {
      const values = seededLogits(length * count, 4, seed);
      // Whatever it holds: zeros as a writer leaves them, what is no distribution, what rules out everything but one.
      values.fill(0, 0, length);
      values.fill(Number.NaN, 3 * length, 4 * length);
      values.fill(-Infinity, 4 * length + 1, 5 * length);
      return values;
    }) as [Float32Array, Float32Array];
    const targets = Array.from({ length: count }, (_, row) => (padded.includes(row) ? paddingTarget : row));
    const without = (values: Float32Array) =>
      values.filter((_, i) => !padded.includes(Math.floor(i / length)));
    const request = { ...everything, outcomes: true, backend };
    const found = compareRows(formats.f32(x, length), formats.f32(y, length), { ...request, targets });
    const expected = compareRows(formats.f32(without(x), length), formats.f32(without(y), length), {
      ...request,
      targets: targets.filter((target) => target !== paddingTarget),
    });
    const kept = (column: ArrayLike<number>) => Array.from(column).filter((_, row) => !padded.includes(row));

    test("the other rows are what they are without it, and so are sums", () => {
      expect(kept(found.forwardKl)).toEqual([...expected.forwardKl]);
      expect(kept(found.p.negativeLogLikelihood)).toEqual([...expected.p.negativeLogLikelihood]);
      expect(found.outcomes).toEqual(expected.outcomes);
    });

    test("nothing is measured of it, and it is no fault", () => {
      for (const { entropy, top1, rank, faults } of [
        found.p,
        found.q,
        measureRows(formats.f32(x, length), { ...request, targets }),
      ]) {
        expect(padded.map((row) => entropy[row])).toEqual([Number.NaN, Number.NaN, Number.NaN]);
        expect(padded.flatMap((row) => [top1[row], rank[row]])).toEqual([-1, -1, -1, -1, -1, -1]);
        expect(faults).toEqual([]);
      }
      expect(padded.map((row) => found.totalVariation[row])).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    });
  },
);
