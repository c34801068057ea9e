/**
 * Which observations of a sample may depend on each other. All of them independent; those of one cluster, such as the tokens of a document, with
 * clusters independent; or neighbours, less the farther apart they are.
 */
export type Dependence =
  | { readonly kind: "independent" }
  /** `of[i]` is the number of the cluster of observation i. `orBlocks`: unless these do not differ by more than blocks of neighbours say; then blocks. */
  | { readonly kind: "clusters"; readonly of: ArrayLike<number>; readonly orBlocks?: boolean }
  /** Neighbours in a block; chosen from the autocorrelation unless given. */
  | { readonly kind: "blocks"; readonly length?: number };

/**
 * The dependence among some of the observations.
 *
 * @param kept Their indices, in order. With blocks, what remains is taken to be neighbours.
 * @example dependenceAmong({ kind: "clusters", of: [0, 0, 1, 1] }, [0, 3]).of // Float64Array.of(0, 1)
 */
export function dependenceAmong<D extends Dependence>(dependence: D, kept: ArrayLike<number>): D {
  if (dependence.kind !== "clusters") return dependence;
  const { of } = dependence;
  const among = new Float64Array(kept.length);
  for (let i = 0; i < kept.length; i++) among[i] = of[kept[i]];
  return { ...dependence, of: among };
}

/** A partition of observations, its parts numbered from 0 in order of their first appearance. */
export type Parts = { readonly count: number; readonly of: Int32Array };

/** Clusters as parts, whatever their numbers were; of integers that number them so already, these. */
export function partsOf(labels: ArrayLike<number>): Parts {
  const seen = new Map<number, number>();
  let of = labels instanceof Int32Array ? labels : new Int32Array(labels.length);
  let part = 0;
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i];
    // Neighbours have mostly the same.
    if (i === 0 || label !== labels[i - 1]) {
      part = seen.get(label) ?? seen.size;
      seen.set(label, part);
    }
    if (of === labels && label !== part) of = of.slice();
    of[i] = part;
  }
  return { count: seen.size, of };
}

/** How many clusters there are, as an `Estimate` says it. */
export function clustersIn(dependence: Dependence): { readonly clusters?: number } {
  if (dependence.kind !== "clusters") return {};
  const { of } = dependence;
  const seen = new Set<number>();
  for (let i = 0; i < of.length; i++) if (i === 0 || of[i] !== of[i - 1]) seen.add(of[i]);
  return { clusters: seen.size };
}

/** Says what is wrong with a dependence for so many observations. */
export function expectDependence(where: string, dependence: Dependence, observations: number): void {
  if (dependence.kind === "clusters" && dependence.of.length !== observations)
    throw new RangeError(
      `${where}: dependence.of has ${dependence.of.length} entries, expected ${observations}, one an observation`,
    );
  if (dependence.kind !== "blocks" || dependence.length === undefined) return;
  if (!(Number.isInteger(dependence.length) && dependence.length >= 1))
    throw new RangeError(
      `${where}: dependence.length is ${dependence.length}, expected a whole number above 0`,
    );
}
