import { createRng, type Rng, type Unit } from "@surprisal/core";
import { shuffled } from "../exercises/draw.ts";
import type { Exercise, Family } from "../exercises/exercise.ts";
import { families, type Practised } from "../exercises/families.ts";

/** What makes a sheet: the same choice is the same sheet, in every language and on every machine. */
export type Choice = {
  /** In the order of the book; at least one. */
  readonly lessons: readonly Practised[];
  /** A whole number in [0, 2³²). */
  readonly seed: number;
  /** How many exercises; in [1, 30]. */
  readonly count: number;
  readonly unit: Unit;
  /** Whether the key is printed after the sheet. */
  readonly key: boolean;
};

export const seeds = 2 ** 32;
export const mostExercises = 30;
export const practised = Object.keys(families) as Practised[];

/** The exercises of one lesson on a sheet, each with its number. */
export type Part = { readonly lesson: Practised; readonly exercises: readonly Numbered[] };
export type Numbered = Exercise & { readonly number: number };

/**
 * The exercises of a sheet, as many of each lesson as can be. A lesson draws from a stream of its own, so that choosing another beside it changes
 * how many exercises it has, and none of its numbers.
 */
export function sheetOf({ lessons, seed, count, unit }: Choice): Part[] {
  let number = 0;
  return lessons.flatMap((lesson, i) => {
    const share = Math.ceil((count - i) / lessons.length);
    const rng = createRng((practised.indexOf(lesson) + 1) * seeds + seed);
    const exercises = series(families[lesson], rng, unit, share).map((exercise) => ({
      ...exercise,
      number: ++number,
    }));
    return exercises.length > 0 ? [{ lesson, exercises }] : [];
  });
}

/** So many exercises, every kind before any comes again. */
function series(kinds: readonly Family[], rng: Rng, unit: Unit, count: number): Exercise[] {
  if (count <= 0) return [];
  const round = shuffled(rng, kinds).map(({ make }) => make(rng, unit));
  return [...round.slice(0, count), ...series(kinds, rng, unit, count - round.length)];
}
