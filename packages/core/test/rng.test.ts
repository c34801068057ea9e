import { createRng } from "@surprisal/core";
import { expect, test } from "vitest";
import reference from "../../../reference/rng.json" with { type: "json" };
import { splitMix64, xoshiro128 } from "../src/rng.ts";

test("xoshiro128 gives the published sequence from state 1, 2, 3, 4", () => {
  const rng = xoshiro128([1, 2, 3, 4]);
  // Authors' C program, version 1.1; also the test vector of Rust's rand_xoshiro.
  const published = [
    11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
  ];
  expect(published.map(() => rng.uint32())).toEqual(published);
});

test("splitMix64 gives the published sequence", () => {
  const next = splitMix64(1477776061723855037n);
  expect([next(), next(), next()]).toEqual([
    1985237415132408290n,
    2979275885539914483n,
    13511426838097143398n,
  ]);
});

test.each(reference)(
  "createRng($seed) is the reference's sequence",
  ({ seed, first, afterMillion, doubles }) => {
    const rng = createRng(seed);
    expect(first.map(() => rng.uint32())).toEqual(first);
    for (let i = first.length; i < 1_000_000; i++) rng.uint32();
    expect(rng.uint32()).toBe(afterMillion);
    const again = createRng(seed);
    expect(doubles.map(() => again.next())).toEqual(doubles);
  },
);

test("createRng: generators are independent of one another", () => {
  const [a, b] = [createRng(7), createRng(7)];
  const drawn = Array.from({ length: 100 }, () => a.next());
  expect(Array.from({ length: 100 }, () => b.next())).toEqual(drawn);
});

test("next covers [0, 1) evenly", () => {
  const rng = createRng(1);
  const cells = 64;
  const draws = 640_000;
  const seen = new Float64Array(cells);
  for (let i = 0; i < draws; i++) seen[Math.floor(rng.next() * cells)]!++;
  const expected = draws / cells;
  const chiSquare = seen.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  // χ² with 63 degrees of freedom has mean 63 and variance 126: 5σ on either side.
  expect(Math.abs(chiSquare - 63)).toBeLessThan(5 * Math.sqrt(126));
});

test("next uses all 53 bits: its lowest bit is fair", () => {
  const rng = createRng(2);
  const draws = 100_000;
  let odd = 0;
  for (let i = 0; i < draws; i++) odd += (rng.next() * 2 ** 53) % 2;
  expect(Math.abs(odd - draws / 2)).toBeLessThan(5 * Math.sqrt(draws / 4));
});

test.each([-1, 0.5, Number.NaN, Infinity, 2 ** 53])("createRng refuses %s as a seed", (seed) => {
  expect(() => createRng(seed)).toThrow(
    new RangeError(`createRng: seed is ${seed}, expected an integer in [0, 2^53)`),
  );
});
