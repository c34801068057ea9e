import { createRng, type Rng, standardNormal } from "@surprisal/core";
import { describe, expect, test } from "vitest";
import { kdTree, type Norm, type Points } from "../../src/numeric/kdTree.ts";
import { neighbourSearch } from "../../src/numeric/nearestNeighbours.ts";
import { rangeCounter } from "../../src/numeric/rangeCount.ts";

const clouds: Record<string, (rng: Rng) => number> = {
  "a normal cloud": standardNormal,
  "a grid, so that most distances tie": (rng) => Math.floor(6 * rng.next()),
  "one place": () => 0.1,
  "scales far apart": (rng) => Math.exp(30 * standardNormal(rng)),
  "far from 0, close together": (rng) => 1e9 + rng.next() * 1e-3,
};
const cases = Object.keys(clouds).flatMap((cloud) => [1, 2, 3, 5].map((dimension) => ({ cloud, dimension })));

function cloudOf(cloud: string, dimension: number, count: number): Points {
  const rng = createRng(dimension);
  const values = Float64Array.from({ length: count * dimension }, () => clouds[cloud]!(rng));
  return { count, dimension, values };
}

/** Every distance from a point, written out. */
function distances({ count, dimension, values }: Points, from: Float64Array, at: number, norm: Norm) {
  return Float64Array.from({ length: count }, (_, i) => {
    let distance = 0;
    for (let c = 0; c < dimension; c++) {
      const gap = Math.abs(values[i * dimension + c]! - from[at + c]!);
      distance = norm === "max" ? Math.max(distance, gap) : distance + gap * gap;
    }
    return distance;
  });
}

describe.each(cases)("in $cloud, dimension $dimension", ({ cloud, dimension }) => {
  const points = cloudOf(cloud, dimension, 257);

  test.each<Norm>(["max", "euclidean"])(
    "the nearest by the %s norm are the least of all distances",
    (norm) => {
      const tree = kdTree(points, norm);
      const [own, others] = [neighbourSearch(tree, 4), neighbourSearch(tree, 4)];
      for (let position = 0; position < points.count; position++) {
        const index = tree.order[position]!;
        const all = distances(points, points.values, index * dimension, norm);
        others.of(points.values, index * dimension);
        expect([...others.distances]).toEqual([...all.slice().sort().subarray(0, 4)]);
        own.ofOwn(position);
        const without = all.filter((_, i) => i !== index).sort();
        expect([...own.distances]).toEqual([...without.subarray(0, 4)]);
        expect([...own.positions].map((near) => all[tree.order[near]!])).toEqual([...own.distances]);
        expect(new Set(own.positions).add(position).size).toBe(5);
      }
    },
  );

  test("the counted are those nearer than the radius or in the same place, or at the radius too", () => {
    const count = rangeCounter(points);
    for (let i = 0; i < points.count; i++) {
      const all = distances(points, points.values, i * dimension, "max");
      for (const radius of [
        0,
        all[(i + 1) % points.count]!,
        all[(i + 100) % points.count]! * 1.5,
        Infinity,
      ]) {
        const nearer = all.filter((distance) => distance < radius || distance === 0).length;
        expect(count(points.values, i * dimension, radius)).toBe(nearer);
        const within = all.filter((distance) => distance <= radius).length;
        expect(count(points.values, i * dimension, radius, true)).toBe(within);
      }
    }
  });
});

test("a tree has every point once, in leaves inside the boxes of all nodes above them", () => {
  const points = cloudOf("a grid, so that most distances tie", 3, 1000);
  const { order, points: moved, leaves, starts, boxes } = kdTree(points, "max");
  expect(Int32Array.from(order).sort()).toEqual(Int32Array.from({ length: 1000 }, (_, i) => i));
  for (let leaf = 0; leaf < leaves; leaf++)
    for (let i = starts[leaf]!; i < starts[leaf + 1]!; i++)
      for (let c = 0; c < 3; c++) {
        const x = moved.values[3 * i + c]!;
        expect(x).toBe(points.values[3 * order[i]! + c]);
        for (let node = leaves + leaf; node >= 1; node >>= 1) {
          expect(x).toBeGreaterThanOrEqual(boxes[6 * node + c]!);
          expect(x).toBeLessThanOrEqual(boxes[6 * node + 3 + c]!);
        }
      }
});
