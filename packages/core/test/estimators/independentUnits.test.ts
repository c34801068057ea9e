import {
  bootstrap,
  createRng,
  type Dependence,
  estimateQuantiles,
  estimateRate,
  independentUnits,
  meanStatistic,
} from "@surprisal/core";
import { expect, test } from "vitest";

/** 6 × 64 draws, independent of each other. */
const column = (() => {
  const rng = createRng(8);
  return Float64Array.from({ length: 384 }, () => rng.next());
})();

const units = (dependence: Dependence) =>
  independentUnits(bootstrap(meanStatistic(column), { rng: createRng(1), dependence }), column.length);

test("clusters count, however many observations they have and are worth; so for rates and quantiles", () => {
  const dependence = { kind: "clusters", of: column.map((_, i) => Math.floor(i / 64)) } as const;
  expect(units(dependence)).toBe(6);
  expect(estimateRate(column.map(Math.round), { dependence }).clusters).toBe(6);
  expect(estimateQuantiles(column, [0.5], { dependence })[0]!.clusters).toBe(6);
});

test("blocks count as many as fit, and observations one each", () => {
  expect(units({ kind: "blocks", length: 32 })).toBe(12);
  expect(units({ kind: "independent" })).toBe(384);
});

test("blocks of one have the interval of independent observations, and their worth", () => {
  expect(units({ kind: "blocks", length: 1 })).toBe(384);
  const interval = (dependence: Dependence) => {
    const { low, high } = bootstrap(meanStatistic(column), { rng: createRng(1), dependence });
    return [low, high];
  };
  expect(interval({ kind: "blocks", length: 1 })).toEqual(interval({ kind: "independent" }));
});
