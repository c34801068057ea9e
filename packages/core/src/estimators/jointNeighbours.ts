import { digamma } from "../numeric/digamma.ts";
import { kdTree, type Points } from "../numeric/kdTree.ts";
import { type NeighbourSearch, neighbourSearch } from "../numeric/nearestNeighbours.ts";
import { type RangeCounter, rangeCounter } from "../numeric/rangeCount.ts";
import { besides } from "./points.ts";

/** A point (x, y) among the others: its coordinates begin at `at` in `values`, and `search` has found its nearest. */
export interface Neighbourhood {
  readonly values: Float64Array;
  readonly search: NeighbourSearch;
  /** In the plane of both variables, and in each alone. */
  readonly count: RangeCounter;
  readonly countX: RangeCounter;
  readonly countY: RangeCounter;
}

/** The mean of a term over all points, each seen with its k nearest by the largest difference of a coordinate. */
export function meanOverNeighbours(
  x: Points,
  y: Points,
  k: number,
  term: (at: number, neighbourhood: Neighbourhood) => number,
): number {
  const joint = besides(x, y);
  const tree = kdTree(joint, "max");
  const search = neighbourSearch(tree, k);
  let counter: RangeCounter | undefined;
  const neighbourhood: Neighbourhood = {
    values: tree.points.values,
    search,
    // Asked for only where points coincide.
    count: (...asked) => {
      counter ??= rangeCounter(joint);
      return counter(...asked);
    },
    countX: rangeCounter(x),
    countY: rangeCounter(y),
  };
  let sum = 0;
  for (let i = 0; i < joint.count; i++) {
    search.ofOwn(i);
    sum += term(i * joint.dimension, neighbourhood);
  }
  return sum / joint.count;
}

/** ψ(0) to ψ(n), the first of which is −∞. */
export function digammas(n: number): Float64Array {
  const psi = new Float64Array(n + 1);
  for (let i = 1; i <= n; i++) psi[i] = digamma(i);
  psi[0] = -Infinity;
  return psi;
}
