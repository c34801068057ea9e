import { compensatedSum } from "../numeric/compensatedSum.ts";
import { type Bounds, type Ends, readTail, type Tail, type TopList } from "./topList.ts";

/** Two lists, split: the outcomes that both have, and for each list the mass of all others. */
export type ListPair = {
  /** Probabilities of the outcomes on both lists, in one order. */
  readonly p: Ends;
  readonly q: Ends;
  /** Those of the outcomes on one list alone. */
  readonly onlyP: Ends;
  readonly onlyQ: Ends;
  /** The mass of all outcomes that are not on both lists. */
  readonly outsideP: Bounds;
  readonly outsideQ: Bounds;
  readonly tailP: Tail;
  readonly tailQ: Tail;
};

export function splitLists(where: string, p: TopList, q: TopList): ListPair {
  const [tailP, tailQ] = [readTail(where, "p", p), readTail(where, "q", q)];
  if (p.vocabulary !== undefined && q.vocabulary !== undefined && p.vocabulary !== q.vocabulary)
    throw new RangeError(`${where}: q.vocabulary is ${q.vocabulary}, expected ${p.vocabulary} as in p`);
  const [placesP, placesQ] = [placesOf(where, "p", p), placesOf(where, "q", q)];
  const shared = Array.from(p.outcomes).filter((outcome) => placesQ.has(outcome));
  const alone = (list: TopList, tail: Tail, other: ReadonlyMap<number | string, number>) =>
    ofEach(tail.probabilities, (column) => column.filter((_, i) => !other.has(list.outcomes[i])));
  const common = (tail: Tail, places: ReadonlyMap<number | string, number>) =>
    ofEach(tail.probabilities, (column) =>
      Float64Array.from(shared, (outcome) => column[places.get(outcome) as number]),
    );
  const onlyP = alone(p, tailP, placesQ);
  const onlyQ = alone(q, tailQ, placesP);
  return {
    p: common(tailP, placesP),
    q: common(tailQ, placesQ),
    onlyP,
    onlyQ,
    outsideP: withMass(tailP.tail, onlyP),
    outsideQ: withMass(tailQ.tail, onlyQ),
    tailP,
    tailQ,
  };
}

function placesOf(where: string, name: string, { outcomes }: TopList): Map<number | string, number> {
  const places = new Map<number | string, number>();
  for (let i = 0; i < outcomes.length; i++) {
    if (places.has(outcomes[i]))
      throw new RangeError(`${where}: ${name}.outcomes[${i}] is ${outcomes[i]} again, expected each once`);
    places.set(outcomes[i], i);
  }
  return places;
}

function ofEach({ lower, upper }: Ends, change: (column: Float64Array) => Float64Array): Ends {
  const changed = change(lower);
  return { lower: changed, upper: lower === upper ? changed : change(upper) };
}

function withMass({ lower, upper }: Bounds, listed: Ends): Bounds {
  const mass = (column: Float64Array) => column.reduce((sum, x) => sum + x, 0);
  return { lower: lower + mass(listed.lower), upper: upper + mass(listed.upper) };
}

export function areExact(p: Ends, q: Ends): boolean {
  return p.lower === p.upper && q.lower === q.upper;
}

/**
 * Between which values Σ term(p, q) lies, of a term that only rises as either of p and q goes away from the other: it is least where they are closest, and largest where one is at its lower
 * and the other at its upper end.
 */
export function sumApart(term: (p: number, q: number) => number, p: Ends, q: Ends): Bounds {
  const sum = (of: (i: number) => number) => compensatedSum(p.lower.length, of);
  if (areExact(p, q)) {
    const exact = sum((i) => term(p.lower[i], q.lower[i]));
    return { lower: exact, upper: exact };
  }
  const at = ({ lower, upper }: Ends, i: number) => ({ lower: lower[i], upper: upper[i] });
  return {
    lower: sum((i) => term(...closest(at(p, i), at(q, i)))),
    upper: sum((i) => Math.max(term(p.upper[i], q.lower[i]), term(p.lower[i], q.upper[i]))),
  };
}

/** The pair of masses, one from each interval, that are closest; the same one twice if they meet. */
export function closest(p: Bounds, q: Bounds): [number, number] {
  if (p.upper < q.lower) return [p.upper, q.lower];
  if (q.upper < p.lower) return [p.lower, q.upper];
  return [Math.max(p.lower, q.lower), Math.max(p.lower, q.lower)];
}
