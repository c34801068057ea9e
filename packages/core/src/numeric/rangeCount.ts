import { type KdTree, kdTree, type Points } from "./kdTree.ts";

/**
 * Counts the points within `radius` of the point whose coordinates begin at `offset`, by the largest difference of a coordinate: those nearer than the radius and
 * those in the same place, or with `closed` also those at the radius. Differences are compared as rounded, so that equal ones count alike wherever they are.
 */
export type RangeCounter = (from: Float64Array, offset: number, radius: number, closed?: boolean) => number;

/** A counter that takes O(log n) on a line, and in space about the time of a search of as many neighbours as lie at the border. */
export function rangeCounter(points: Points): RangeCounter {
  return points.dimension === 1 ? onLine(points.values.slice().sort()) : inSpace(kdTree(points, "max"));
}

// The smallest double: only what is in the same place is nearer.
const samePlace = 2 ** -1074;

/** Buckets of equal width say about where to look among sorted numbers; halving finds the place. */
function onLine(sorted: Float64Array): RangeCounter {
  const count = sorted.length;
  const lowest = sorted[0];
  const perWidth = Math.min((count - 1) / (sorted[count - 1] - lowest), 2 ** 1000);
  const bucketOf = (x: number) => Math.max(0, Math.min(count - 1, Math.floor((x - lowest) * perWidth)));
  const starts = new Int32Array(count + 1).fill(count);
  for (let i = count - 1; i >= 0; i--) starts[bucketOf(sorted[i])] = i;
  for (let bucket = count - 1; bucket >= 0; bucket--)
    starts[bucket] = Math.min(starts[bucket], starts[bucket + 1]);

  /** The first number that is within reach of x (side −1), or beyond it on the other side (1). */
  function border(x: number, reach: number, closed: boolean, side: 1 | -1): number {
    const isPast = (i: number) => {
      const gap = side * (sorted[i] - x);
      return (gap < reach || (closed && gap === reach)) === side < 0;
    };
    const bucket = bucketOf(x + side * reach);
    let from = starts[bucket];
    let to = starts[bucket + 1];
    if (from > 0 && isPast(from - 1)) [from, to] = [0, from - 1];
    else if (to < count && !isPast(to)) [from, to] = [to + 1, count];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (isPast(middle)) to = middle;
      else from = middle + 1;
    }
    return from;
  }

  return (from, offset, radius, closed = false) => {
    const reach = radius === 0 ? samePlace : radius;
    return border(from[offset], reach, closed, 1) - border(from[offset], reach, closed, -1);
  };
}

function inSpace({ points, leaves, starts, boxes }: KdTree): RangeCounter {
  const { values, dimension } = points;
  const waiting = new Int32Array(64);
  return (from, offset, radius, closed = false) => {
    const reach = radius === 0 ? samePlace : radius;
    const isWithin = (gap: number) => gap < reach || (closed && gap === reach);
    let count = 0;
    let depth = 0;
    waiting[depth++] = 1;
    while (depth > 0) {
      const node = waiting[--depth];
      let nearest = 0;
      let farthest = 0;
      for (let c = 0, at = 2 * node * dimension; c < dimension; c++, at++) {
        const below = boxes[at] - from[offset + c];
        const above = from[offset + c] - boxes[at + dimension];
        nearest = Math.max(nearest, below, above);
        farthest = Math.max(farthest, -below, -above);
      }
      if (!isWithin(nearest)) continue;
      if (isWithin(farthest)) count += sizeOf(node);
      else if (node < leaves) {
        waiting[depth++] = 2 * node;
        waiting[depth++] = 2 * node + 1;
      } else
        for (let i = starts[node - leaves], end = starts[node - leaves + 1]; i < end; i++) {
          let gap = 0;
          for (let c = 0; c < dimension; c++)
            gap = Math.max(gap, Math.abs(values[i * dimension + c] - from[offset + c]));
          if (isWithin(gap)) count++;
        }
    }
    return count;
  };

  function sizeOf(node: number): number {
    const below = leaves >> (31 - Math.clz32(node));
    const first = node * below - leaves;
    return starts[first + below] - starts[first];
  }
}
