import { counts, createRng, jointTable, mutualInformation, type Nats, normalize } from "@surprisal/core";
import { edgesOf } from "./borders.ts";
import type { Joint } from "./model.ts";

/** A draw: a place in the unit square, where the areas of cells are their probabilities. */
type Dot = readonly [across: number, up: number];

/** The draws so far. They stay where they are when borders move, and belong to the cell they are then in. */
export function dotsOf({ draws, seed }: Pick<Joint, "draws" | "seed">): Dot[] {
  const rng = createRng(seed);
  return Array.from({ length: draws }, () => [rng.next(), rng.next()] as const);
}

/** How many draws fell into each cell, column by column. */
export function countDots(joint: Joint, dots: readonly Dot[]): number[] {
  const { px, given, y } = joint;
  const columns = edgesOf(px);
  const rows = given.map(edgesOf);
  const found = new Array<number>(px.length * y.length).fill(0);
  for (const [across, up] of dots) {
    const column = placeIn(columns, across);
    found[column * y.length + placeIn(rows[column]!, up)]!++;
  }
  return found;
}

/** The mutual information of the draws' own frequencies; none before the first. */
export function informationOfDots(joint: Joint, found: readonly number[]): Nats | undefined {
  if (!found.some((times) => times > 0)) return undefined;
  return mutualInformation(jointTable(normalize(counts(found)), [joint.x.length, joint.y.length]));
}

function placeIn(edges: readonly number[], place: number): number {
  const after = edges.findIndex((edge, i) => i > 0 && place < edge);
  return after < 0 ? edges.length - 2 : after - 1;
}
