import type { Rng, Unit } from "@surprisal/core";
import type { Quantity } from "../questions/grade.ts";
import type { Formula } from "./formula.ts";

/** An exercise with its numbers: what stands in the gaps of its words, its answer, and how one gets there. */
export type Exercise = {
  /** Of its family, among those of the lesson. */
  readonly name: string;
  readonly gaps: Readonly<Record<string, Formula>>;
  /** A figure to read the numbers from. */
  readonly bars?: Bars;
  readonly quantity: Quantity;
  readonly work: Work;
};

/** Distributions to be shown as bars: P, and perhaps Q beside it. */
export type Bars = readonly (readonly number[])[];

/** What is asked for, in symbols, and the terms with their numbers that come to it. */
export type Work = { readonly symbols: Formula; readonly terms: readonly Formula[] };

/** Exercises of one kind, that differ in their numbers. */
export type Family = { readonly name: string; readonly make: (rng: Rng, unit: Unit) => Exercise };

type Made = {
  readonly gaps: Readonly<Record<string, Formula>>;
  readonly bars?: Bars;
  readonly expected: number;
  /** Whether the answer is the square of an amount. */
  readonly isSquare?: boolean;
  /** What known mistakes would give, by their names; those that come to the right answer are no mistakes, and are left out. */
  readonly mistakes: Readonly<Record<string, number>>;
  readonly work: Work;
};

const decimals = 3;

/** A family from what it does with its numbers. */
export function family(name: string, make: (rng: Rng, unit: Unit) => Made): Family {
  return {
    name,
    make(rng, unit) {
      const { expected, isSquare = false, mistakes, ...made } = make(rng, unit);
      const entries = Object.entries(mistakes).map(([name, value]) => ({ name, value }));
      const told = entries.filter(({ value }) => Math.abs(value - expected) > 10 ** -decimals);
      return { name, ...made, quantity: { expected, isSquare, unit, decimals, mistakes: told } };
    },
  };
}
