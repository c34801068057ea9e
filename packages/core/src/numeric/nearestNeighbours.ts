import type { KdTree } from "./kdTree.ts";

/** Finds the k points of a tree nearest to a point; the arrays are overwritten by the next search. */
export interface NeighbourSearch {
  /** Nearest first; where the norm is Euclidean, the squares. */
  readonly distances: Float64Array;
  /** Positions in the order of the tree. Of neighbours equally far, which ones is not promised. */
  readonly positions: Int32Array;
  /** The neighbours of the point at `position` of the tree itself, which is none of them; others in its place are. */
  ofOwn(position: number): void;
  /** The neighbours of the point whose coordinates begin at `offset`. */
  of(values: Float64Array, offset: number): void;
}

export function neighbourSearch(tree: KdTree, k: number): NeighbourSearch {
  const { points, leaves, starts, boxes } = tree;
  const { values, dimension } = points;
  const isEuclidean = tree.norm === "euclidean";
  const distances = new Float64Array(k);
  const positions = new Int32Array(k);
  // Each level leaves one node to come back to.
  const waiting = new Int32Array(33);
  const reach = new Float64Array(33);
  const query = new Float64Array(dimension);
  const last = k - 1;

  function toBox(node: number): number {
    let distance = 0;
    for (let c = 0, at = 2 * node * dimension; c < dimension; c++, at++) {
      const x = query[c];
      const below = boxes[at] - x;
      const above = x - boxes[at + dimension];
      const gap = below > above ? below : above;
      if (gap <= 0) continue;
      if (isEuclidean) distance += gap * gap;
      else if (gap > distance) distance = gap;
    }
    return distance;
  }

  function scan(leaf: number, except: number): void {
    for (let i = starts[leaf], end = starts[leaf + 1]; i < end; i++) {
      let distance = 0;
      for (let c = 0, at = i * dimension; c < dimension; c++, at++) {
        const gap = Math.abs(values[at] - query[c]);
        if (isEuclidean) distance += gap * gap;
        else if (gap > distance) distance = gap;
      }
      if (distance >= distances[last] || i === except) continue;
      let place = last;
      for (; place > 0 && distances[place - 1] > distance; place--) {
        distances[place] = distances[place - 1];
        positions[place] = positions[place - 1];
      }
      distances[place] = distance;
      positions[place] = i;
    }
  }

  function descend(root: number, distance: number): void {
    let depth = 0;
    let node = root;
    let near = distance;
    for (;;) {
      if (near < distances[last]) {
        if (node < leaves) {
          const toLeft = toBox(2 * node);
          const toRight = toBox(2 * node + 1);
          const isLeft = toLeft <= toRight;
          waiting[depth] = 2 * node + (isLeft ? 1 : 0);
          reach[depth++] = isLeft ? toRight : toLeft;
          node = 2 * node + (isLeft ? 0 : 1);
          near = isLeft ? toLeft : toRight;
          continue;
        }
        scan(node - leaves, -1);
      }
      if (depth === 0) return;
      node = waiting[--depth];
      near = reach[depth];
    }
  }

  return {
    distances,
    positions,
    of(from, offset) {
      for (let c = 0; c < dimension; c++) query[c] = from[offset + c];
      distances.fill(Infinity);
      descend(1, 0);
    },
    ofOwn(position) {
      for (let c = 0; c < dimension; c++) query[c] = values[position * dimension + c];
      distances.fill(Infinity);
      let leaf = Math.floor((position * leaves) / points.count);
      while (starts[leaf + 1] <= position) leaf++;
      scan(leaf, position);
      for (let node = leaves + leaf; node > 1; node >>= 1) descend(node ^ 1, toBox(node ^ 1));
    },
  };
}
