import type { Probabilities } from "@surprisal/core";
import { fromParts, toParts } from "../../figure/billionths.ts";

/**
 * One border between neighbours moved: what one of them loses the other gets, and nobody else changes.
 *
 * @param p In whole billionths, laid end to end.
 * @param index Of the outcome before the border.
 * @param place Where it goes, in [0, 1]; beyond a neighbouring border it stops there.
 */
export function moveBorder(p: Probabilities, index: number, place: number): Probabilities {
  const parts = toParts(p);
  const before = parts.slice(0, index).reduce((a, b) => a + b, 0);
  const both = parts[index]! + parts[index + 1]!;
  const first = Math.min(both, Math.max(0, Math.round(place * 1e9) - before));
  return fromParts(parts.with(index, first).with(index + 1, both - first));
}

/** Where outcomes laid end to end begin, and where the last one ends: one place more than there are outcomes. */
export function edgesOf(p: ArrayLike<number>): number[] {
  const edges = [0];
  for (let i = 0; i < p.length; i++) edges.push(Math.min(1, edges[i]! + p[i]!));
  return edges;
}
