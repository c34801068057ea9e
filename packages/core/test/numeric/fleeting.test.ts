import {
  compareCandidates,
  createRng,
  fleeting,
  scoredComparison,
  tokenComparison,
  tokenStatistics,
} from "@surprisal/core";
import { expect, test } from "vitest";
import { comparison } from "../tokens/models.ts";

/** The same measures with columns made anew whenever they are touched, and how many of them were there at most. */
function touched<M extends object>(measures: M) {
  const made: ArrayBufferView[] = [];
  let most = 0;
  const behind = <O extends object>(object: O): O =>
    Object.defineProperties(
      {},
      Object.fromEntries(
        Object.entries(object).map(([name, value]) => {
          if (!ArrayBuffer.isView(value))
            return [name, { value: name === "p" || name === "q" ? behind(value) : value, enumerable: true }];
          const get = () => {
            const column = fleeting((value as unknown as Float64Array).slice());
            made.push(column);
            most = Math.max(most, made.filter(({ byteLength }) => byteLength > 0).length);
            return column;
          };
          return [name, { get, enumerable: true }];
        }),
      ),
    ) as O;
  return { measures: behind(measures), most: () => most, left: () => made.filter((c) => c.byteLength > 0) };
}

const dependences = {
  blocks: { kind: "blocks" },
  sequences: { kind: "clusters", of: Int32Array.from({ length: 400 }, (_, row) => Math.floor(row / 16)) },
  few: {
    kind: "clusters",
    of: Float64Array.from({ length: 400 }, (_, row) => 7 - Math.floor(row / 100)),
    orBlocks: true,
  },
} as const;

for (const [name, dependence] of Object.entries(dependences))
  for (const holes of [false, true]) {
    const title = `${name}${holes ? ", some rows of which are padding, no distributions, or not scored" : ""}`;
    const { pair, targets } = comparison(400, 0.3, { symmetric: true, top: 5, ranks: true });
    if (holes) {
      for (const column of [pair.forwardKl, pair.p.entropy, pair.q.entropy]) column.fill(Number.NaN, 20, 60);
      pair.p.negativeLogLikelihood.fill(Number.NaN, 0, 50);
      pair.q.negativeLogLikelihood.fill(Number.NaN, 390);
    }
    const options = { rng: () => createRng(1), dependence };

    test(`of columns that are touched, two at a time are there, and the comparison is the same: ${title}`, () => {
      const again = { secondRunKl: pair.reverseKl };
      const { measures, most, left } = touched(pair);
      expect(tokenComparison(measures, { ...options, ...again })).toEqual(
        tokenComparison(pair, { ...options, ...again }),
      );
      expect(most()).toBe(2);
      expect(left()).toEqual([]);
    });

    test(`of columns that are touched, two at a time are there, and the statistics are the same: ${title}`, () => {
      const questions = { ...options, targets, bytes: targets, words: targets };
      const { measures, most, left } = touched(pair.p);
      expect(tokenStatistics(measures, questions)).toEqual(tokenStatistics(pair.p, questions));
      expect(most()).toBe(1);
      expect(left()).toEqual([]);
    });
  }

test("of candidates whose columns are touched, two are there at a time, and they compare the same", () => {
  const { pair } = comparison(400, 0.3);
  const columns = { one: pair.forwardKl, other: pair.reverseKl, third: pair.q.entropy };
  const { measures, most, left } = touched(columns);
  const names = Object.keys(columns) as (keyof typeof columns)[];
  const candidates = names.map((name) => ({
    name,
    get values() {
      return measures[name];
    },
  }));
  const kept = names.map((name) => ({ name, values: columns[name] }));
  const options = { rng: () => createRng(1), dependence: dependences.blocks };
  expect(compareCandidates(candidates, options)).toEqual(compareCandidates(kept, options));
  expect(most()).toBe(2);
  expect(left()).toEqual([]);
});

test("columns that somebody else holds are left to him", () => {
  const [base, candidate] = [fleeting(Float64Array.of(1, 2, 3)), fleeting(Float64Array.of(2, 2, 5))];
  const options = { rng: createRng(1), dependence: { kind: "independent" } } as const;
  expect(scoredComparison(base, candidate, options)!.tokens).toBe(3);
  expect([base.length, candidate.length]).toEqual([3, 3]);
});
