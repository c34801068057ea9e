import { type Bounds, readTail, type Tail, type TopList } from "./topList.ts";

/** Two lists, split: the outcomes that both have, and for each list the mass of all others. */
export type ListPair = {
  /** Probabilities of the outcomes on both lists, in one order. */
  readonly p: Float64Array;
  readonly q: Float64Array;
  /** Those of the outcomes on one list alone. */
  readonly onlyP: Float64Array;
  readonly onlyQ: Float64Array;
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
    tail.probabilities.filter((_, i) => !other.has(list.outcomes[i]));
  const onlyP = alone(p, tailP, placesQ);
  const onlyQ = alone(q, tailQ, placesP);
  return {
    p: Float64Array.from(shared, (outcome) => tailP.probabilities[placesP.get(outcome) as number]),
    q: Float64Array.from(shared, (outcome) => tailQ.probabilities[placesQ.get(outcome) as number]),
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

function withMass({ lower, upper }: Bounds, listed: Float64Array): Bounds {
  const mass = listed.reduce((sum, x) => sum + x, 0);
  return { lower: lower + mass, upper: upper + mass };
}

/** The pair of masses, one from each interval, that are closest; the same one twice if they meet. */
export function closest(p: Bounds, q: Bounds): [number, number] {
  if (p.upper < q.lower) return [p.upper, q.lower];
  if (q.upper < p.lower) return [p.lower, q.upper];
  return [Math.max(p.lower, q.lower), Math.max(p.lower, q.lower)];
}
