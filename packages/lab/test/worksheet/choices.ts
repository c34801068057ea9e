import fc from "fast-check";
import { units } from "../../src/preferences.ts";
import { type Choice, mostExercises, practised, seeds } from "../../src/worksheet/sheet.ts";

/** Any sheet one can ask for. */
export const choices: fc.Arbitrary<Choice> = fc.record({
  lessons: fc.subarray(practised, { minLength: 1 }),
  seed: fc.integer({ min: 0, max: seeds - 1 }),
  count: fc.integer({ min: 1, max: mostExercises }),
  unit: fc.constantFrom(...units),
  key: fc.boolean(),
});
