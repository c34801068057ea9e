import { expectKind, type Kind, type Vector } from "../distributions/kinds.ts";

/** The door of the measures of two distributions: both of a kind the measure takes, over the same outcomes. */
export function expectPair<K extends Kind>(where: string, p: Vector<K>, q: Vector<K>, ...kinds: K[]): void {
  expectKind(where, "p", p, ...kinds);
  expectKind(where, "q", q, ...kinds);
  if (p.length !== q.length)
    throw new RangeError(
      `${where}: p has ${p.length} outcomes and q has ${q.length}, expected the same outcomes`,
    );
}
