import type { Unit } from "@surprisal/core";
import { type Formula, surpriseOf } from "../formula.ts";

/** The terms of −Σ p log q: `p · log 1/q`, those with p = 0 left out. */
export function costTerms(p: ArrayLike<number>, q: ArrayLike<number>, unit: Unit): Formula[] {
  return termsOf(p, (i) => surpriseOf(q[i]!, unit));
}

/** The terms of Σ p log p/q, those with p = 0 left out. */
export function gapTerms(p: ArrayLike<number>, q: ArrayLike<number>, unit: Unit): Formula[] {
  return termsOf(p, (i) => ({ log: unit, of: { over: p[i]!, under: q[i]! } }));
}

/** Numbers side by side, as a distribution is written: `(0.5; 0.3; 0.2)`. */
export function listOf(p: ArrayLike<number>): Formula {
  return ["(", ...Array.from(p, (x, i) => (i === 0 ? x : [";", x])), ")"];
}

export function sum(values: Iterable<number>): number {
  return [...values].reduce((a, b) => a + b, 0);
}

function termsOf(p: ArrayLike<number>, factor: (i: number) => Formula): Formula[] {
  return Array.from(p).flatMap((x, i) => (x === 0 ? [] : [x === 1 ? factor(i) : [x, "·", factor(i)]]));
}
